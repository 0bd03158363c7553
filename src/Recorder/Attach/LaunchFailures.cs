using System.ComponentModel;
using System.Globalization;

namespace ReplayKit.Recorder.Attach;

/// <summary>Words for commands that cannot be recorded.</summary>
internal static class LaunchFailures
{
    // The number is the same on Linux, macOS and Windows.
    private const int NotFound = 2;

    internal static AttachException CannotStart(string program, Win32Exception inner) => inner.NativeErrorCode == NotFound
        ? new(AttachFailure.CannotStart, $"There is no command '{program}'.", "Give its path, or check the PATH.", inner)
        : new(AttachFailure.CannotStart, $"'{program}' cannot be started, because of the system's error {Error(inner)}.", "Check that it is a program and that this user may run it.", inner);

    internal static AttachException NeverConnected(string command, int exitCode, string? child) => new(
        AttachFailure.NeverConnected,
        string.Create(
            CultureInfo.InvariantCulture,
            $"'{command}' ended with exit code {exitCode}, and {(child is null ? "no .NET runtime" : $"no .NET process called '{child}'")} had begun in it that could be recorded."),
        child is null
            ? "Give a command that runs a .NET program, without DOTNET_EnableDiagnostics=0."
            : "Give the name of the program's assembly with --child, or leave it out to record the first .NET process.");

    private static string Error(Win32Exception e) => string.Create(CultureInfo.InvariantCulture, $"{e.NativeErrorCode} ({new Win32Exception(e.NativeErrorCode).Message})");
}
