namespace ReplayKit.Hooks;

/// <summary>The items of an asynchronous enumerable.</summary>
internal sealed class AsyncEnumerableLoopSource<T>(IAsyncEnumerable<T> source, string site) : IAsyncLoopSource<T>
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _wait = Awaiting.SiteOf(site, "its turn", 1);
    private readonly string _next = Awaiting.SiteOf(site, "the next item", 2);
    private IAsyncEnumerator<T>? _items;

    public async ValueTask<(bool IsItem, T Item)> NextAsync(CancellationToken cancellationToken)
    {
        Shared.Change(this, site);
        await Awaiting.Under(new ValueTask(_turn.WaitAsync(CancellationToken.None)), _wait);
        try
        {
            // Another operation may have ended the loop while this one waited for its turn.
            cancellationToken.ThrowIfCancellationRequested();
            _items ??= source.GetAsyncEnumerator(cancellationToken);
            return await Awaiting.Under(_items.MoveNextAsync(), _next) ? (true, _items.Current) : (false, default(T)!);
        }
        finally
        {
            var context = CompletionHooks.Enter();
            _turn.Release();
            CompletionHooks.Exit(context);
        }
    }

    public ValueTask DisposeAsync() => _items?.DisposeAsync() ?? ValueTask.CompletedTask;
}
