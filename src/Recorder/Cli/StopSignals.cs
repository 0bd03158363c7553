using System.Runtime.InteropServices;

namespace ReplayKit.Recorder.Cli;

/// <summary>
/// Turns the first Ctrl-C (or termination signal, or closed terminal) into a request to stop in an orderly way. The second one ends the
/// process at once, as it would without us: what was written until then stays readable.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Begins to listen.</summary>
    internal StopSignals() =>
        _registrations = Array.ConvertAll(
            [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP], signal => PosixSignalRegistration.Create(signal, Handle));

    /// <summary>Cancelled by the first signal.</summary>
    internal CancellationToken Token => _stop.Token;

    /// <summary>The first signal; <see cref="PosixSignal.SIGTERM"/> before there was one.</summary>
    internal PosixSignal First { get; private set; } = PosixSignal.SIGTERM;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (_stop.IsCancellationRequested) return;
        context.Cancel = true;
        First = context.Signal;
        _stop.Cancel();
    }
}
