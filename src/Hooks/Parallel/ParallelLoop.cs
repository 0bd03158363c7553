using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>A parallel loop under control: the caller and a fixed number of further operations take items until there are none, or until one of them ends it.</summary>
internal sealed class ParallelLoop(IControl control, ParallelOptions? options, string site)
{
    private const int PointCountMax = 256;
    private readonly List<Exception> _failures = [];
    private readonly CancellationToken _token = options?.CancellationToken ?? CancellationToken.None;

    private int _pointCount;

    /// <summary>How many further operations are not over.</summary>
    public int RunningCount { get; private set; }

    public bool IsStopped { get; private set; }

    public bool IsExceptional => _failures.Count > 0;

    public long? LowestBreak { get; private set; }

    /// <summary>Most operations, if the program set a limit; else -1.</summary>
    public int Limit => options?.MaxDegreeOfParallelism ?? -1;

    /// <summary>Runs a loop.</summary>
    public static ParallelLoopResult Run<T, TLocal>(ParallelLoop loop, LoopSource<T> source, LoopBody<T, TLocal> body)
    {
        loop.Run(ParallelDegree.Of(loop.Limit, source.Count), () => loop.Work(source, body));
        return loop.Result();
    }

    /// <summary>Has several operations, the caller among them, do the same, and throws what they threw.</summary>
    public void Run(int degree, Action work)
    {
        _token.ThrowIfCancellationRequested();
        control.Released(this);
        for (var i = 1; i < degree; i++) Start(work);
        work();
        Waits.Until(control, () => RunningCount == 0, () => new ParallelBlockage(this), new WaitLimit(Timeout.InfiniteTimeSpan, site));
        control.Acquired(this);
        Throw();
    }

    public void Fail(Exception exception) => _failures.Add(exception);

    public void ThrowIfCancelled() => _token.ThrowIfCancellationRequested();

    /// <summary>Others may overtake between the moment at which an item is taken and that at which it is begun. A long loop has few such points.</summary>
    public void PointBeforeItem()
    {
        if (_pointCount++ < PointCountMax) control.Point(PointKind.Start, null, site);
    }

    public void Stop()
    {
        if (LowestBreak is not null) throw new InvalidOperationException("Stop was called after Break was called: a loop cannot be left in both ways.");
        IsStopped = true;
    }

    public void Break(long index)
    {
        if (IsStopped) throw new InvalidOperationException("Break was called after Stop was called: a loop cannot be left in both ways.");
        LowestBreak = LowestBreak is { } lowest ? Math.Min(lowest, index) : index;
    }

    /// <summary>Whether the item at this index is not to be begun, or should be left.</summary>
    public bool IsToLeave(long index) => IsStopped || IsExceptional || _token.IsCancellationRequested || index > LowestBreak;

    /// <summary>Where a loop's operations run: the program's scheduler, or the thread pool under control.</summary>
    public static TaskScheduler SchedulerOf(IControl control, ParallelOptions? options)
    {
        var scheduler = options is { TaskScheduler: { } chosen } ? chosen : options is null ? TaskScheduler.Default : TaskScheduler.Current;
        return scheduler == TaskScheduler.Default ? control.Pool : scheduler;
    }

    private void Start(Action work)
    {
        RunningCount++;
        const TaskCreationOptions plain = TaskCreationOptions.DenyChildAttach | TaskCreationOptions.HideScheduler;
        _ = Task.Factory.StartNew(() => Join(work), CancellationToken.None, plain, SchedulerOf(control, options));
    }

    private void Join(Action work)
    {
        control.Acquired(this);
        try
        {
            work();
        }
        finally
        {
            control.Released(this);
            RunningCount--;
        }
    }

    private void Work<T, TLocal>(LoopSource<T> source, LoopBody<T, TLocal> body)
    {
        var member = LoopMember.Of(control, this);
        var (local, hasLocal) = (default(TLocal)!, false);
        try
        {
            using var items = source.Open();
            while (!IsToLeave(-1) && items.MoveNext())
            {
                var (index, item) = items.Current;
                PointBeforeItem();
                ThrowIfCancelled();
                if (IsToLeave(index)) break;
                if (!hasLocal && body.Init is not null) local = body.Init();
                hasLocal = true;
                member.Index = index;
                local = body.Run(item, member.State, index, local);
            }

            ThrowIfCancelled();
        }
#pragma warning disable CA1031 // What the program's code throws is told to the loop's caller, with what the others threw.
        catch (Exception exception)
        {
            Fail(exception);
        }
        finally
        {
            if (hasLocal) End(body, local);
        }
    }

    private void End<T, TLocal>(LoopBody<T, TLocal> body, TLocal local)
    {
        try
        {
            body.Finally?.Invoke(local);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
#pragma warning restore CA1031
    }

    // A loop that was cancelled, and in which nothing else went wrong, is cancelled as a whole.
    private void Throw()
    {
        if (_failures.Count == 0) return;
        if (_token.IsCancellationRequested && _failures.TrueForAll(failure => failure is OperationCanceledException cancelled && cancelled.CancellationToken == _token))
            throw new OperationCanceledException(_token);
        throw new AggregateException(_failures);
    }

    private ParallelLoopResult Result()
    {
        var result = default(ParallelLoopResult);
        CompletedOf(ref result) = !IsStopped && LowestBreak is null;
        LowestBreakOf(ref result) = LowestBreak;
        return result;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_completed")]
    private static extern ref bool CompletedOf(ref ParallelLoopResult result);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lowestBreakIteration")]
    private static extern ref long? LowestBreakOf(ref ParallelLoopResult result);
}
