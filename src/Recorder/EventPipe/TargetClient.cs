using Microsoft.Diagnostics.NETCore.Client;
using ReplayKit.Recorder.Attach;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>The client library, pointed at a target by the address that was found for it.</summary>
internal sealed class TargetClient : IAsyncDisposable
{
    // What the client library's way to write an address cannot hold.
    private const char Separator = ',';

    private readonly DiagnosticsClientConnector? _connector;

    private TargetClient(DiagnosticsClient diagnostics, DiagnosticsClientConnector? connector)
    {
        Diagnostics = diagnostics;
        _connector = connector;
    }

    /// <summary>The client.</summary>
    internal DiagnosticsClient Diagnostics { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connector?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Makes one. Nothing is sent yet.</summary>
    internal static async Task<TargetClient> ConnectAsync(DotnetProcess process, CancellationToken cancellation)
    {
        if (process.Address is not { } address || address.Contains(Separator, StringComparison.Ordinal)) return new TargetClient(new DiagnosticsClient(process.ProcessId), null);
        var connector = await DiagnosticsClientConnector.FromDiagnosticPort($"{address}{Separator}connect", cancellation).ConfigureAwait(false);
        return new TargetClient(connector.Instance, connector);
    }
}
