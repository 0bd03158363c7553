using System.Collections.Concurrent;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Time;

namespace ReplayKit.Replayer.Control;

/// <summary>Connects woven code to one run's step loop.</summary>
public sealed class ReplayControl : IControl
{
    private readonly StepLoop _loop;
    private readonly RunState _state = new();
    private readonly ConcurrentDictionary<Thread, Worker> _threads = new();
    private readonly Dictionary<string, TaskScheduler> _pools = new(ReferenceEqualityComparer.Instance);
    private readonly ChanceSource _chance;
    private readonly RaceFeed? _races;
    private readonly AccessLog? _accesses;

    /// <summary>A control for one run.</summary>
    /// <param name="loop">The run's loop.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="seed">Seeds what woven code draws by chance.</param>
    public ReplayControl(StepLoop loop, VirtualClock clock, ulong seed = 0)
        : this(loop, clock, seed, null)
    {
    }

    /// <summary>A control that watches memory too.</summary>
    internal ReplayControl(StepLoop loop, VirtualClock clock, ulong seed, MemorySetup? memory)
    {
        _races = memory?.Races;
        _accesses = memory?.Accesses;
        _accesses?.Watch(loop);
        Memory = memory is null ? null : new MemoryWatch(this, memory);
        _loop = loop;
        _chance = new ChanceSource(seed);
        Time = new VirtualTimeProvider(clock, loop);
        Pool = new PoolScheduler(loop, "");
    }

    /// <inheritdoc/>
    public bool IsInControl => _loop.IsInStep;

    /// <inheritdoc/>
    public TimeProvider Time { get; }

    /// <inheritdoc/>
    public object Execution => _loop.Execution;

    /// <inheritdoc/>
    public TaskScheduler Pool { get; }

    /// <inheritdoc/>
    public SynchronizationContext Context => _loop.Context;

    /// <inheritdoc/>
    public TaskScheduler PoolAt(string site)
    {
        ArgumentNullException.ThrowIfNull(site);
        if (!_pools.TryGetValue(site, out var pool)) _pools.Add(site, pool = new PoolScheduler(_loop, site));
        return pool;
    }

    /// <inheritdoc/>
    public bool ContinuesSynchronously(bool isCompleted, string site)
    {
        if (!isCompleted || _loop.SuspendsWhenComplete(site)) return false;
        _races?.AcquiredAnything();
        return true;
    }

    /// <inheritdoc/>
    public bool ContinuesPastOutside(bool isCompleted, string site) => !_loop.SuspendsOutside(site) && ContinuesSynchronously(isCompleted, site);

    /// <inheritdoc/>
    public void Suspend(PendingAwait pending, Action continuation, string site) => _loop.Suspend(pending, continuation, site);

    /// <inheritdoc/>
    public Task Delay(TimeSpan delay, CancellationToken cancellationToken) => _loop.Delay(delay, cancellationToken);

    /// <inheritdoc/>
    public void Point(PointKind kind, object? resource, string site)
    {
        // Who waits by going round lets others go even there: he would go round for ever.
        if (_loop.Execution.InitialiserCount == 0 || kind == PointKind.Yield) _loop.StandStill(new CallPoint(kind, _state.NumberOf(resource), site), null, Timeout.InfiniteTimeSpan);
        _accesses?.Point(kind, resource, site);
    }

    /// <inheritdoc/>
    public bool Block(Blockage blockage, TimeSpan timeout, string site)
    {
        ArgumentNullException.ThrowIfNull(blockage);
        return _loop.StandStill(new CallPoint(PointKind.Wait, _state.NumberOf(blockage.Resource), site), blockage, timeout);
    }

    /// <inheritdoc/>
    public T StateOf<T>(object key)
        where T : class, new() => _state.Of<T>(key);

    /// <inheritdoc/>
    public void Queue(Action work, string site) => _loop.Start(work, site);

    /// <inheritdoc/>
    public void QueueAfter(PendingAwait pending, Action work, string site)
    {
        ArgumentNullException.ThrowIfNull(pending);
        _loop.Start(work, site, pending);
    }

    /// <inheritdoc/>
    public void StartThread(Thread thread, Action? body, string site)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (body is not null && _loop.LendsThreads)
        {
            _loop.StartThread(body, site);
            return;
        }

        var worker = new Worker();
        _threads[thread] = worker;
        _loop.StartThread(worker, site);
        thread.Start();
    }

    /// <inheritdoc/>
    public void RunThread(Thread thread, Action body)
    {
        ArgumentNullException.ThrowIfNull(thread);
        if (!_threads.TryRemove(thread, out var worker)) throw new InvalidOperationException("The thread was not started by this control.");
        _loop.RunThread(worker, body);
    }

    /// <inheritdoc/>
    public void NextBytes(Span<byte> destination) => _chance.NextBytes(destination);

    /// <inheritdoc/>
    public void Released(object sync)
    {
        _races?.Released(sync);
        _accesses?.Released(sync);
    }

    /// <inheritdoc/>
    public void Acquired(object sync) => _races?.Acquired(sync);

    /// <inheritdoc/>
    public void BeginInitialiser() => _loop.Execution.InitialiserCount++;

    /// <inheritdoc/>
    public void EndInitialiser()
    {
        if (_loop.Execution.InitialiserCount > 0) _loop.Execution.InitialiserCount--;
        _races?.Published();
    }

    /// <inheritdoc/>
    public IMemoryWatch? Memory { get; }
}
