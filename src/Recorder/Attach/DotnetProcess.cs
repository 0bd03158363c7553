namespace ReplayKit.Recorder.Attach;

/// <summary>A running .NET process that can be asked about itself.</summary>
/// <param name="ProcessId">Its pid.</param>
/// <param name="Name">Its entry assembly, or its executable when that is unknown.</param>
/// <param name="CommandLine">Its command line as the runtime tells it; empty when it does not.</param>
/// <param name="RuntimeVersion">Version of its runtime, such as <c>10.0.0</c>; empty when it is too old to tell.</param>
/// <param name="OperatingSystem">Operating system, as the runtime names it.</param>
/// <param name="Architecture">Processor architecture, as the runtime names it.</param>
public sealed record DotnetProcess(
    int ProcessId, string Name, string CommandLine, string RuntimeVersion, string OperatingSystem, string Architecture);
