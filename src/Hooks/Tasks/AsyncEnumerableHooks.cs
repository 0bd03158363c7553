namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of members that read an asynchronous sequence while blocking.</summary>
public static class AsyncEnumerableHooks
{
    /// <summary>In place of TaskAsyncEnumerableExtensions.ToBlockingEnumerable.</summary>
    public static IEnumerable<T> ToBlockingEnumerable<T>(IAsyncEnumerable<T> source, CancellationToken cancellationToken, string site) =>
        Control.Current is null || source is null ? source!.ToBlockingEnumerable(cancellationToken) : Read(source, cancellationToken, site);

    private static IEnumerable<T> Read<T>(IAsyncEnumerable<T> source, CancellationToken cancellationToken, string site)
    {
        var enumerator = source.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                if (!Waited(enumerator.MoveNextAsync(), site)) yield break;
                yield return enumerator.Current;
            }
        }
        finally
        {
            Wait(enumerator.DisposeAsync(), site);
        }
    }

    private static bool Waited(ValueTask<bool> task, string site)
    {
        var awaiter = task.GetAwaiter();
        Block(awaiter, site);
        return awaiter.GetResult();
    }

    private static void Wait(ValueTask task, string site)
    {
        var awaiter = task.GetAwaiter();
        Block(awaiter, site);
        awaiter.GetResult();
    }

    private static void Block<TAwaiter>(TAwaiter awaiter, string site)
        where TAwaiter : System.Runtime.CompilerServices.INotifyCompletion
    {
        var pending = new PendingAwait<TAwaiter>(awaiter);
        if (Control.Current is { } control) Waits.Until(control, () => pending.IsCompleted, () => new AwaitBlockage(pending), new WaitLimit(Timeout.InfiniteTimeSpan, site));
    }
}
