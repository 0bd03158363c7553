using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ReplayKit.Recorder.Attach;

/// <summary>Signals between processes, which the class library receives and does not send.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class ProcessSignals
{
    private const int Hangup = 1;
    private const int Interrupt = 2;
    private const int Terminate = 15;
    private const string Terminal = "/dev/tty";

    /// <summary>Sends a signal to a process. Without effect when it has ended.</summary>
    internal static void Send(int processId, PosixSignal signal) => _ = Kill(processId, signal switch
    {
        PosixSignal.SIGINT => Interrupt,
        PosixSignal.SIGHUP => Hangup,
        _ => Terminate,
    });

    /// <summary>Whether what a person types on the terminal, such as Ctrl-C, goes to this process and those that it started.</summary>
    internal static bool IsInForeground()
    {
        try
        {
            using var terminal = File.OpenHandle(Terminal);
            return TerminalGroup((int)terminal.DangerousGetHandle()) == OwnGroup();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // no terminal
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "tcgetpgrp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int TerminalGroup(int terminal);

    [LibraryImport("libc", EntryPoint = "getpgrp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OwnGroup();
}
