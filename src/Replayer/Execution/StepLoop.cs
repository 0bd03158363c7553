using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Time;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Execution;

/// <summary>Runs operations step by step on one thread: exactly one step at a time, and the scheduler says which.</summary>
/// <remarks>
/// Life of a strand: it is posted (an arrival, a continuation of code that is not woven, a due timer) or suspended (a woven await); it waits
/// until what it awaits is complete, which it is asked at every decision, so that a completion is seen at the step that made it and not when
/// a thread-pool thread gets round to calling back; it is enabled; the scheduler picks it; it runs to its next await; it is gone.
/// </remarks>
public sealed class StepLoop : IOperationInbox, ITimerSteps, IDisposable
{
    private readonly IScheduler _scheduler;
    private readonly VirtualClock _clock;
    private readonly LoopOptions _options;
    private readonly long _horizonNs;
    private readonly StrandPool _strands = new();
    private readonly Dictionary<int, Operation> _operations;
    private readonly ConcurrentQueue<Posting> _inbox = new();
    private readonly ConcurrentQueue<Operation> _ended = new();
    private readonly OutsideWait _outside;
    private readonly Dictionary<string, AwaitSite> _sites = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Task> _delays = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<ReplayedStep>.Builder _log = ImmutableArray.CreateBuilder<ReplayedStep>();
    private readonly ImmutableArray<AwaitSite>.Builder _awaits = ImmutableArray.CreateBuilder<AwaitSite>();
    private readonly Func<int, BlockedOn> _blockedOn;
    private volatile int _threadId;
    private volatile bool _isAborted;
    private Operation? _current;
    private int _nextId;
    private Exception? _unhandled;

    /// <summary>A loop that runs nothing yet.</summary>
    /// <param name="operations">Numbers of the operations that will arrive, each once.</param>
    /// <param name="scheduler">Decides what runs next.</param>
    /// <param name="clock">Virtual time.</param>
    /// <param name="setup">Bounds of the run, and where the recording ends.</param>
    public StepLoop(IEnumerable<int> operations, IScheduler scheduler, VirtualClock clock, LoopSetup setup)
    {
        _scheduler = scheduler;
        _clock = clock;
        _options = setup.Options;
        _horizonNs = setup.RecordingEndNs + ((long)_options.TimerHorizon.TotalMicroseconds * 1000);
        _operations = operations.ToDictionary(static number => number, number => new Operation(number, this));
        _outside = new OutsideWait(_options);
        _blockedOn = BlockedOnOf;
    }

    /// <inheritdoc/>
    public bool IsLoopThread => Environment.CurrentManagedThreadId == _threadId;

    /// <summary>Whether the calling thread runs a step now.</summary>
    public bool IsInStep => IsLoopThread && _current is not null;

    /// <inheritdoc/>
    public int? CurrentOperation => IsLoopThread ? _current?.Number : null;

    /// <summary>The steps taken so far.</summary>
    public ImmutableArray<ReplayedStep> Steps => _log.ToImmutable();

    /// <summary>Makes an operation known to the loop. Callable from any thread, before or while the loop runs.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="body">Starts it; called as the operation's first step.</param>
    /// <returns>A task that ends as the operation does.</returns>
    public Task Arrive(int number, Func<Task> body)
    {
        var operation = _operations[number];
        var arrival = new Task<Task>(new Handover(body).RunReplayedRequest, TaskCreationOptions.HideScheduler);
        var whole = arrival.Unwrap();
        arrival.Start(operation.Scheduler);
        operation.Body = whole;
        _ = whole.ContinueWith(
            (_, state) =>
            {
                _ended.Enqueue((Operation)state!);
                _outside.Wake();
            },
            operation,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return operation.Completion;
    }

    /// <summary>Runs all operations to their end, on the calling thread, once all of them have arrived.</summary>
    public RunOutcome Run()
    {
        _threadId = Environment.CurrentManagedThreadId;
        while (_unhandled is null && !_isAborted)
        {
            TakeInbox();
            _strands.Poll();
            if (_strands.Enabled.Count == 0)
            {
                if (MoveOn() is { } ended) return ended;
                continue;
            }

            if (_log.Count == _options.StepCountMax) return new RunOutcome.StepLimit(_options.StepCountMax);
            switch (_scheduler.Decide(new DecisionContext(_strands.Enabled, _blockedOn, _clock.NowNs)))
            {
                case Decision.Run run:
                    Execute(run);
                    break;
                case Decision.WaitFor wait:
                    WaitFor(_operations[wait.Operation]);
                    break;
            }
        }

        return _unhandled is null ? new RunOutcome.Uncontrolled(Waits()) : new RunOutcome.TestFailed(_unhandled);
    }

    /// <summary>Ends the run at the next decision: something that it cannot do without will not come. Callable from any thread.</summary>
    public void Abort()
    {
        _isAborted = true;
        _outside.Wake();
    }

    /// <summary>Whether an await whose awaiter is complete is a scheduling point all the same. Called inside a step.</summary>
    public bool SuspendsWhenComplete(string site) =>
        _scheduler.SuspendsWhenComplete(Resumption(_current!, SiteOf(site), 0, ""));

    /// <summary>Takes over a suspended async method. Called inside a step.</summary>
    public void Suspend(PendingAwait pending, Action continuation, string site)
    {
        var operation = _current!;
        var where = SiteOf(site);
        var invocation = operation.InvocationOf($"{where.DeclaringType}/{where.StateMachine}", continuation.Target);
        var description = Resumption(operation, where, invocation, AwaitedName(pending));
        var strand = new Strand(description, operation, continuation, IsYield(pending) ? null : pending);
        if (!pending.CanBeAsked && strand.Pending is not null) strand.Register(_outside.Wake);
        _strands.Add(strand);
        _awaits.Add(where);
    }

    /// <summary>A task that completes when virtual time has advanced. Called inside a step.</summary>
    public Task Delay(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        if (delay == TimeSpan.Zero) return Task.CompletedTask;
        var operation = _current!;
        var promise = new DelayPromise(cancellationToken);
        _delays.Add(promise.Task);
        if (delay != Timeout.InfiniteTimeSpan)
            promise.Timer = _clock.Schedule(operation.Number, NanosecondsOf.Delay(delay), () => InOperation(operation, null, promise.Complete));
        return promise.Task;
    }

    /// <inheritdoc/>
    public void PostTimer(int? operation, Action callback)
    {
        if (operation is null) throw new InvalidOperationException("Virtual timers are only made inside a controlled operation.");
        Add(_operations[operation.Value], StepKind.Timer, "", callback);
    }

    /// <inheritdoc/>
    public void Dispose() => _outside.Dispose();

    void IOperationInbox.Post(Operation operation, StepKind kind, string method, Action run)
    {
        if (IsLoopThread)
        {
            Add(operation, kind, method, run);
            return;
        }

        _inbox.Enqueue(new Posting(operation, kind, method, run));
        _outside.Wake();
    }

    private void TakeInbox()
    {
        while (_inbox.TryDequeue(out var posting)) Add(posting.Operation, posting.Kind, posting.Method, posting.Run);
    }

    private void Add(Operation operation, StepKind kind, string method, Action run) =>
        _strands.Add(new Strand(new StepDescription(_nextId++, operation.Number, kind) { Method = method }, operation, run, null));

    private void Execute(Decision.Run run)
    {
        var strand = _strands.Take(run.Index);
        _clock.AdvanceTo(run.NotBeforeNs);
        var timeNs = _clock.NowNs;
        strand.Operation.IsPresumedBlocked = false;
        _awaits.Clear();
        InOperation(strand.Operation, strand.Operation.Context, strand.Run);
        _log.Add(new ReplayedStep(_log.Count + 1, strand.Description, run.PlanIndex, timeNs, _awaits.ToImmutable()));
        FinishOperations();
    }

    private void FinishOperations()
    {
        while (_ended.TryDequeue(out var operation))
        {
            operation.IsFinished = true;
            _scheduler.OperationFinished(operation.Number);
            InOperation(operation, null, operation.Complete);
        }
    }

    private void InOperation(Operation operation, SynchronizationContext? context, Action action)
    {
        var outer = _current;
        var outerContext = SynchronizationContext.Current;
        _current = operation;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            action();
        }
#pragma warning disable CA1031 // Whatever escapes a step is the user's failure: it must end the run as such, not end our thread.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _unhandled ??= exception;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outerContext);
            _current = outer;
        }
    }

    // Nothing is enabled: first what the outside owes, then time, then nothing is left.
    private RunOutcome? MoveOn()
    {
        FinishOperations();
        var unfinished = _operations.Values.Where(static operation => !operation.IsFinished).ToList();
        if (unfinished.Count == 0) return new RunOutcome.Passed();
        var outside = unfinished.Where(operation => operation.Body is null || BlockedOnOf(operation.Number) == BlockedOn.Outside).ToList();
        if (outside.Count > 0 && WaitOutside(outside)) return null;
        if (_clock.NextDueNs is { } due)
        {
            _clock.AdvanceTo(due);
            return null;
        }

        var waits = Waits();
        if (_strands.Waiting.Count > 0 && _strands.Waiting.All(WaitsForWovenCode)) return new RunOutcome.Deadlocked(waits);
        return _outside.Wait(HasNews, _strands.Waiting, _options.StallLimit) ? null : new RunOutcome.Uncontrolled(waits);
    }

    private void WaitFor(Operation operation)
    {
        if (_clock.NextDueOf(operation.Number) is { } due && due <= _horizonNs) _clock.AdvanceTo(due);
        else WaitOutside([operation]);
    }

    private bool WaitOutside(IReadOnlyList<Operation> operations)
    {
        var limit = operations.Any(static operation => operation.Body is null) ? _options.StallLimit : _options.OutsideGrace;
        if (_outside.Wait(() => HasNews(operations), _strands.Waiting, limit)) return true;
        foreach (var operation in operations) operation.IsPresumedBlocked = true;
        return false;
    }

    private bool HasNews() => HasNews(_operations.Values);

    private bool HasNews(IEnumerable<Operation> operations)
    {
        TakeInbox();
        _strands.Poll();
        return _isAborted || !_ended.IsEmpty || operations.Any(_strands.HasEnabled);
    }

    private BlockedOn BlockedOnOf(int number)
    {
        var operation = _operations[number];
        if (operation.IsFinished) return BlockedOn.Finished;
        if (_strands.HasEnabled(operation)) return BlockedOn.Nothing;
        if (_clock.NextDueOf(number) is { } due && due <= _horizonNs) return BlockedOn.Timer;
        return !operation.IsPresumedBlocked && WaitsForOutside(operation) ? BlockedOn.Outside : BlockedOn.Operation;
    }

    // An operation without any strand waits inside code that is not woven.
    private bool WaitsForOutside(Operation operation)
    {
        var own = _strands.Waiting.Where(strand => strand.Operation == operation).ToList();
        return own.Count == 0 || !own.Exists(strand => WaitsForWovenCode(strand) && !WaitsForOwn(strand, own));
    }

    // A method that awaits another method of its own operation waits for whatever that one waits for.
    private static bool WaitsForOwn(Strand strand, List<Strand> own) =>
        strand.Pending?.Task is { } task && own.Exists(other => ReferenceEquals(other.Run.Target, task));

    private bool WaitsForWovenCode(Strand strand) =>
        strand.Pending?.Task is { } task
        && (_delays.Contains(task) || TaskNames.StateMachineOf(task.GetType())?.Assembly.IsDefined(typeof(WovenAttribute), false) == true);

    private ImmutableArray<WaitingOperation> Waits() =>
        [.. _strands.Waiting.Select(static strand => new WaitingOperation(strand.Operation.Number, strand.Description.Site, strand.Description.Awaited))];

    private StepDescription Resumption(Operation operation, AwaitSite site, int invocation, string awaited) =>
        new(_nextId++, operation.Number, StepKind.Resumption)
        {
            Site = site,
            Method = StateMachineName.Readable(site.StateMachine),
            Invocation = invocation,
            Awaited = awaited,
        };

    private string AwaitedName(PendingAwait pending)
    {
        if (pending.Task is not { } task) return "";
        return _delays.Contains(task) ? TaskNames.Delay : TaskNames.Of(task);
    }

    private static bool IsYield(PendingAwait pending) => !pending.CanBeAsked && pending.IsYield;

    private AwaitSite SiteOf(string text)
    {
        if (!_sites.TryGetValue(text, out var site)) _sites.Add(text, site = AwaitSite.Parse(text));
        return site;
    }

    private readonly record struct Posting(Operation Operation, StepKind Kind, string Method, Action Run);
}
