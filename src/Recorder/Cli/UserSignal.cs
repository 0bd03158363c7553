using System.Runtime.InteropServices;

namespace ReplayKit.Recorder.Cli;

/// <summary>Listens to <c>SIGUSR1</c>, with which a person or a script asks a recorder for a file. Without effect on Windows, which has no such signal.</summary>
internal sealed class UserSignal : IDisposable
{
    // The numbers differ: 10 on Linux, 30 on macOS. Raw numbers are passed on to the system.
    private const int OnLinux = 10;
    private const int OnMac = 30;

    private readonly PosixSignalRegistration? _registration;

    /// <summary>Begins to listen.</summary>
    /// <param name="onSignal">Called for each signal, on a thread of the pool.</param>
    internal UserSignal(Action onSignal)
    {
        if (OperatingSystem.IsWindows()) return;
        _registration = PosixSignalRegistration.Create((PosixSignal)(OperatingSystem.IsMacOS() ? OnMac : OnLinux), context =>
        {
            context.Cancel = true;
            onSignal();
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _registration?.Dispose();
}
