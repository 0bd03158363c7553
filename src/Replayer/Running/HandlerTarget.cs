using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Replayer.Running;

/// <summary>Drives something other than a web host: one call of a handler per recorded operation.</summary>
/// <param name="handler">The handler.</param>
internal sealed class HandlerTarget(Func<RecordedRequest, Task> handler) : IReplayTarget
{
    public async Task<ReplayedResponse> SendAsync(RecordedRequest request, ReadOnlyMemory<byte> body, OperationEntry entry)
    {
        var whole = entry.RunAsync(() => handler(request));
        await whole.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return new ReplayedResponse { Request = request, Exception = whole.Exception?.InnerException };
    }
}
