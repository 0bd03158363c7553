using System.Collections.Immutable;
using System.Globalization;

namespace ReplayKit.Recorder.Attach;

/// <summary>Words for each cause of failure.</summary>
internal static class AttachFailures
{
    private const int CandidatesMax = 8;

    internal static AttachException NoSuchProcess(int processId) => new(
        AttachFailure.NoSuchProcess,
        string.Create(CultureInfo.InvariantCulture, $"No process has the pid {processId}."),
        "List the .NET processes of this machine with 'replaykit ps'.");

    internal static AttachException NoSuchName(string name, ImmutableArray<DotnetProcess> running) => new(
        AttachFailure.NoSuchName,
        running.IsEmpty
            ? $"No .NET process is called '{name}', and none that can be recorded is running."
            : $"No .NET process is called '{name}'; running are {Candidates(running)}.",
        "Name one as 'replaykit ps' does, or give its pid with --pid.");

    internal static AttachException AmbiguousName(string name, ImmutableArray<DotnetProcess> found) => new(
        AttachFailure.AmbiguousName,
        string.Create(CultureInfo.InvariantCulture, $"{found.Length} processes fit the name '{name}': {Candidates(found)}."),
        "Choose one with --pid.");

    internal static AttachException NotDotNet(int processId, string name) => new(
        AttachFailure.NotDotNet,
        $"{Process(processId, name)} holds no .NET runtime.",
        "Choose the process of the service itself, not of its launcher; 'replaykit ps' lists those that can be recorded.");

    internal static AttachException OtherUser(int processId, string name, Exception? inner = null) => new(
        AttachFailure.OtherUser,
        $"{Process(processId, name)} belongs to another user.",
        "Run the recorder as the user of the service, or as an administrator.",
        inner);

    internal static AttachException TooOld(int processId, string name, string version) => new(
        AttachFailure.TooOld,
        $"{Process(processId, name)} runs on .NET {(version.Length == 0 ? "5 or older" : version)}, which cannot send task events without their stacks.",
        string.Create(CultureInfo.InvariantCulture, $"Run the service on .NET {DotnetProcesses.RuntimeMajorMin} or later."));

    internal static AttachException DiagnosticsDisabled(int processId, string name, Exception? inner = null) => new(
        AttachFailure.DiagnosticsDisabled,
        $"{Process(processId, name)} is .NET, but its diagnostic port is switched off.",
        "Start it without DOTNET_EnableDiagnostics=0 and DOTNET_EnableDiagnostics_IPC=0.",
        inner);

    internal static AttachException SocketGone(int processId, string name, Exception? inner = null) => new(
        AttachFailure.SocketGone,
        $"{Process(processId, name)} is .NET and listens, but the file of its diagnostic socket was deleted or lies where it cannot be seen from here.",
        "Restart the service, keep its temporary folder from being cleaned while it runs, and share that folder with the recorder when it runs in a container.",
        inner);

    internal static AttachException NotResponding(int processId, string name, Exception? inner = null) => new(
        AttachFailure.NotResponding,
        $"{Process(processId, name)} has a diagnostic port, but gave no usable answer in time.",
        "Try again when it is not stopped in a debugger, exiting, or out of memory.",
        inner);

    private static string Process(int processId, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{(processId > 0 ? $"Process {processId}" : "The process behind the port")} ({name})");

    private static string Candidates(ImmutableArray<DotnetProcess> processes)
    {
        var shown = processes.Take(CandidatesMax).Select(static process => string.Create(CultureInfo.InvariantCulture, $"{process.Name} (pid {process.ProcessId})"));
        var more = processes.Length - CandidatesMax;
        return string.Join(", ", shown) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "");
    }
}
