namespace ReplayKit.Recorder.Attach;

/// <summary>Puts together what a runtime tells of itself and what the system tells of the process.</summary>
internal static class RuntimeFacts
{
    private const string Unknown = "unknown";

    /// <summary>A process, as seen from here.</summary>
    /// <param name="told">What its runtime tells; null when it is too old to.</param>
    /// <param name="peer">What <see cref="PeerProcess.IdOf"/> says.</param>
    /// <exception cref="AttachException">It is too old.</exception>
    internal static DotnetProcess Of(DotnetProcess? told, int? peer)
    {
        var seenId = peer is > 0 ? peer.Value : told?.ProcessId ?? 0;
        // A runtime that waits for us knows its program and not yet the arguments.
        var seen = peer is > 0 ? string.Join(' ', LinuxProcess.CommandLine(seenId).Select(static word => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word)) : "";
        var commandLine = seen.Length > 0 ? seen : told?.CommandLine ?? "";
        var best = CommandLineNames.Best(commandLine);
        return DotnetProcesses.Checked(told, seenId, best.Length > 0 ? best : Unknown) with { IsVisible = peer != 0, CommandLine = commandLine };
    }
}
