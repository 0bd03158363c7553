namespace ReplayKit.Hooks;

/// <summary>An asynchronous parallel loop under control: each operation that got an item starts the next one, up to the limit.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The bodies hold its token, and it has no timer and no handle.")]
internal sealed class AsyncLoop<T>(IControl control, ParallelOptions options, IAsyncLoopSource<T> source, Func<T, CancellationToken, ValueTask> body)
{
    private readonly TaskCompletionSource _completion = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly List<Exception> _failures = [];
    private CancellationTokenRegistration _registration;
    private string _site = "";
    private int _unstartedCount;
    private int _runningCount;

    /// <summary>Starts it.</summary>
    /// <returns>A task that is over when the loop is.</returns>
    public Task Start(string site)
    {
        var token = options.CancellationToken;
        if (token.IsCancellationRequested) return Task.FromCanceled(token);
        _site = Awaiting.SiteOf(site, "the loop's body");
        _unstartedCount = ParallelDegree.Of(options.MaxDegreeOfParallelism, long.MaxValue);
        _registration = token.UnsafeRegister(static loop => ((AsyncLoop<T>)loop!).Cancel(), this);
        StartOne();
        return _completion.Task;
    }

    private void StartOne()
    {
        if (_unstartedCount == 0) return;
        _unstartedCount--;
        _runningCount++;
        control.Released(this);
        const TaskCreationOptions plain = TaskCreationOptions.DenyChildAttach | TaskCreationOptions.HideScheduler;
        _ = Task.Factory.StartNew(WorkAsync, CancellationToken.None, plain, ParallelLoop.SchedulerOf(control, options));
    }

    private async Task WorkAsync()
    {
        control.Acquired(this);
        try
        {
            await Awaiting.Under(new ValueTask(WorkUntilDoneAsync()), _site);
        }
#pragma warning disable CA1031 // What the program's code throws is told to the one who awaits the loop.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failures.Add(exception);
            Cancel();
        }

        control.Released(this);
        if (--_runningCount == 0) await Awaiting.Under(new ValueTask(EndAsync()), _site);
    }

    private async Task WorkUntilDoneAsync()
    {
        var hasStartedNext = false;
        while (!_cancellation.IsCancellationRequested)
        {
            var (isItem, item) = await Awaiting.Under(source.NextAsync(_cancellation.Token), _site);
            if (!isItem) break;
            if (!hasStartedNext) StartOne();
            hasStartedNext = true;
            await Awaiting.Under(body(item, _cancellation.Token), _site);
        }
    }

    private async Task EndAsync()
    {
        try
        {
            await Awaiting.Under(source.DisposeAsync(), _site);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failures.Add(exception);
        }

        _registration.Unregister();
        var context = CompletionHooks.Enter();
        if (options.CancellationToken.IsCancellationRequested) _completion.TrySetCanceled(options.CancellationToken);
        else if (_failures.Count > 0) _completion.TrySetException(_failures);
        else _completion.TrySetResult();
        CompletionHooks.Exit(context);
    }

    private void Cancel()
    {
        var context = CompletionHooks.Enter();
        _cancellation.Cancel();
        CompletionHooks.Exit(context);
    }
}
