namespace ReplayKit.Hooks;

/// <summary>Items that the operations of an asynchronous loop take from, one at a time.</summary>
internal interface IAsyncLoopSource<T> : IAsyncDisposable
{
    ValueTask<(bool IsItem, T Item)> NextAsync(CancellationToken cancellationToken);
}
