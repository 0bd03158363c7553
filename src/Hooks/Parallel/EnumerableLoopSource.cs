namespace ReplayKit.Hooks;

/// <summary>The items of an enumerable.</summary>
internal sealed class EnumerableLoopSource<T>(IEnumerable<T> source, string site) : IAsyncLoopSource<T>
{
    private readonly object _gate = new();
    private IEnumerator<T>? _items;

    public ValueTask<(bool IsItem, T Item)> NextAsync(CancellationToken cancellationToken)
    {
        MonitorHooks.Enter(_gate, site);
        try
        {
            _items ??= source.GetEnumerator();
            // Another operation may have ended the loop while this one waited for its turn.
            return new((!cancellationToken.IsCancellationRequested && _items.MoveNext()) ? (true, _items.Current) : (false, default(T)!));
        }
        finally
        {
            MonitorHooks.Exit(_gate);
        }
    }

    public ValueTask DisposeAsync()
    {
        _items?.Dispose();
        return ValueTask.CompletedTask;
    }
}
