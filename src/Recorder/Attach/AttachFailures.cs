using System.Globalization;

namespace ReplayKit.Recorder.Attach;

/// <summary>Words for each cause of failure.</summary>
internal static class AttachFailures
{
    internal static AttachException NoSuchProcess(int processId) => new(
        AttachFailure.NoSuchProcess,
        string.Create(CultureInfo.InvariantCulture, $"No process has the pid {processId}."),
        "List the .NET processes of this machine with 'replaykit ps'.");

    internal static AttachException NotDotNet(int processId, string name) => new(
        AttachFailure.NotDotNet,
        string.Create(CultureInfo.InvariantCulture, $"Process {processId} ({name}) holds no .NET runtime."),
        "Choose the process of the service itself, not of its launcher; 'replaykit ps' lists those that can be recorded.");

    internal static AttachException OtherUser(int processId, string name, Exception? inner = null) => new(
        AttachFailure.OtherUser,
        string.Create(CultureInfo.InvariantCulture, $"Process {processId} ({name}) belongs to another user."),
        "Run the recorder as the user of the service, or as an administrator.",
        inner);

    internal static AttachException TooOld(int processId, string name, string version) => new(
        AttachFailure.TooOld,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Process {processId} ({name}) runs on .NET {(version.Length == 0 ? "5 or older" : version)}, which cannot send task events without their stacks."),
        string.Create(CultureInfo.InvariantCulture, $"Run the service on .NET {DotnetProcesses.RuntimeMajorMin} or later."));

    internal static AttachException DiagnosticsDisabled(int processId, string name, Exception? inner = null) => new(
        AttachFailure.DiagnosticsDisabled,
        string.Create(CultureInfo.InvariantCulture, $"Process {processId} ({name}) is .NET, but its diagnostic port is switched off or its socket file is gone."),
        "Start it without DOTNET_EnableDiagnostics=0, and keep its temporary folder from being cleaned while it runs.",
        inner);

    internal static AttachException NotResponding(int processId, string name, Exception? inner = null) => new(
        AttachFailure.NotResponding,
        string.Create(CultureInfo.InvariantCulture, $"Process {processId} ({name}) has a diagnostic port, but gave no usable answer in time."),
        "Try again when it is not stopped in a debugger, exiting, or out of memory.",
        inner);
}
