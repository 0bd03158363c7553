namespace ReplayKit.TraceFormat.Model;

/// <summary>The recorded process and the facts of its environment.</summary>
/// <param name="ProcessId">Its pid when it was recorded.</param>
/// <param name="Name">Its entry assembly, or its executable when that is unknown.</param>
/// <param name="RuntimeVersion">Version of the .NET runtime.</param>
/// <param name="OperatingSystem">Operating system, as the runtime names it.</param>
/// <param name="Architecture">Processor architecture, as the runtime names it.</param>
/// <param name="ProcessorCount">Logical processors of the machine.</param>
public sealed record RecordedProcess(
    int ProcessId, string Name, string RuntimeVersion, string OperatingSystem, string Architecture, int ProcessorCount);
