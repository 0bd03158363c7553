namespace ReplayKit.Recorder.Attach;

/// <summary>A running .NET process that can be asked about itself.</summary>
/// <param name="ProcessId">Its pid as seen from here; the one it has for itself when it is not <see cref="IsVisible"/>.</param>
/// <param name="Name">Its entry assembly, or its executable when that is unknown.</param>
/// <param name="CommandLine">Its command line as the runtime tells it; empty when it does not.</param>
/// <param name="RuntimeVersion">Version of its runtime, such as <c>10.0.0</c>; empty when it is too old to tell.</param>
/// <param name="OperatingSystem">Operating system, as the runtime names it.</param>
/// <param name="Architecture">Processor architecture, as the runtime names it.</param>
public sealed record DotnetProcess(
    int ProcessId, string Name, string CommandLine, string RuntimeVersion, string OperatingSystem, string Architecture)
{
    /// <summary>Path of the socket that its runtime is reached by; null to let the client library find it by the pid.</summary>
    public string? Address { get; init; }

    /// <summary>
    /// Whether the system tells of the process here: its files, its processor time. Not so for one in a container beside this one, which is reached
    /// by its port alone.
    /// </summary>
    public bool IsVisible { get; init; } = true;

    /// <summary>Lets a runtime go on that waits, before its first instruction, to be told so; null when it does not wait.</summary>
    public Func<CancellationToken, Task>? ResumeAsync { get; init; }
}
