using System.Collections.Immutable;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Time;

namespace ReplayKit.Replayer.Execution;

/// <summary>Runs operations step by step: exactly one step at a time, and the scheduler says which.</summary>
/// <remarks>
/// Life of a strand: it is posted (an arrival, a start, a continuation of code that is not woven, a due timer), suspended (a woven await), or
/// stands still (in a call); it waits until what it waits for is over, which it is asked at every decision, so that a completion is seen at
/// the step that made it; it is enabled; the scheduler picks it; it runs to its next await or call; it is gone. See <see cref="Baton"/>.
/// </remarks>
public sealed class StepLoop : IOperationInbox, ITimerSteps, ITurns, IDisposable
{
    private readonly IScheduler _scheduler;
    private readonly VirtualClock _clock;
    private readonly LoopSetup _setup;
    private readonly LoopOptions _options;
    private readonly StrandPool _strands = new();
    private readonly StepLog _log = new();
    private readonly StepDescriber _steps;
    private readonly OperationTable _operations;
    private readonly WaitAnalysis _waits;
    private readonly Delays _delays;
    private readonly OutsideWait _outside;
    private readonly OutsideGate _gate;
    private readonly OutsideReplies _replies;
    private readonly Baton _baton;
    private readonly Crew? _ownCrew;
    private readonly Inbox _inbox;
    private readonly Queue<Operation> _completions = new();
    private readonly Func<int, BlockedOn> _blockedOn;
    private volatile bool _isAborted;
    private volatile bool _hasEscaped;
    private Operation? _current;
    private Decision.Run _chosen = new(0, null, 0);
    private RunOutcome? _outcome;

    /// <summary>A loop that runs nothing yet. The numbers are those of the operations that will arrive, each once.</summary>
    public StepLoop(IEnumerable<int> operations, IScheduler scheduler, VirtualClock clock, LoopSetup setup)
    {
        _scheduler = scheduler;
        _clock = clock;
        _setup = setup;
        _options = setup.Options;
        _steps = new StepDescriber(setup.Sites);
        _operations = new OperationTable(operations, this);
        _waits = new WaitAnalysis(_strands, clock, setup.RecordingEndNs + ((long)_options.TimerHorizon.TotalMicroseconds * 1000));
        _delays = new Delays(clock, _waits, (operation, complete) => Add(new Posting(operation, StepKind.Posted, "", complete)));
        Workers = new WorkerPool(_options.Pool, clock, _strands);
        _outside = new OutsideWait(_options);
        _inbox = new Inbox(_outside, Add);
        _replies = new OutsideReplies(_outside, _strands, _options);
        _gate = new OutsideGate(_outside, _strands, _options, HasNews);
        _ownCrew = setup.Crew is null ? new Crew() : null;
        _baton = new Baton(_strands, setup.Crew ?? _ownCrew!, this);
        _blockedOn = number => _waits.BlockedOnOf(_operations[number]);
    }

    /// <inheritdoc/>
    public bool IsLoopThread => _baton.IsHeldHere;

    /// <summary>Whether the calling thread runs a step now.</summary>
    public bool IsInStep => IsLoopThread && _current is not null;

    /// <inheritdoc/>
    public int? CurrentOperation => IsLoopThread ? _current?.Root.Number : null;

    /// <summary>The steps taken so far.</summary>
    public ImmutableArray<ReplayedStep> Steps => _log.Steps;

    /// <summary>How many steps began so far.</summary>
    internal long BeginCount { get; private set; }

    /// <summary>The operation whose step does not come back. Callable from any thread.</summary>
    internal WaitingOperation Stalled => new(_current?.Number ?? 0, null, "something that blocks or loops where control does not reach");

    /// <summary>The workers of the thread pool's model.</summary>
    internal WorkerPool Workers { get; }

    /// <summary>Whether a thread of the program's own can run on one of the crew's.</summary>
    internal bool LendsThreads => _baton.LendsThreads;

    /// <summary>What executes now. Called inside a step.</summary>
    internal Execution Execution => _baton.Execution!;

    /// <summary>Brings awaits of code that is not woven back to the current operation. Called inside a step.</summary>
    internal SynchronizationContext Context => _current!.Context;

    /// <summary>Makes an operation known to the loop; the task ends as the operation does. Callable from any thread, before or while the loop runs.</summary>
    public Task Arrive(int number, Func<Task> body) => _operations.Arrive(_operations[number], body, _outside.Wake);

    /// <summary>Makes an operation's first step known to the loop, before it runs. Lighter than <see cref="Arrive"/>, for what nobody outside waits for.</summary>
    internal void Begin(int number, Func<Task> body)
    {
        var operation = _operations[number];
        operation.IsPolled = true;
        Add(new Posting(operation, StepKind.Arrival, "", () => operation.Body = body()));
    }

    /// <summary>What such an operation threw; null when nothing.</summary>
    internal Exception? FailureOf(int number) => _operations[number].Failure;

    /// <summary>Runs all operations to their end, beginning on the calling thread.</summary>
    public RunOutcome Run()
    {
        if (_setup.ExpectsOutside) _inbox.TakeArrivals(() => _isAborted || _operations.HaveArrived, _options.StallLimit);
        _baton.Run();
        CompleteEnded();
        return _outcome!;
    }

    /// <summary>Ends the run at the next decision: something that it cannot do without will not come. Callable from any thread.</summary>
    public void Abort()
    {
        _isAborted = true;
        _outside.Wake();
    }

    /// <summary>Tells that work left control, so that something may come back from outside.</summary>
    public void NoteEscape() => _hasEscaped = true;

    /// <summary>Whether an await whose awaiter is complete is a scheduling point all the same. Called inside a step.</summary>
    public bool SuspendsWhenComplete(string site) =>
        _scheduler.AsksAboutCompleteAwaits && _scheduler.SuspendsWhenComplete(_steps.Resumption(_current!, _setup.Sites.Await(site), 0, ""));

    /// <summary>Whether an await of what a socket or a stream does is a scheduling point, complete or not. Called inside a step.</summary>
    internal bool SuspendsOutside(string site) => _setup.AwaitsReplies && (_setup.Sites.Await(site).IsOutside = true);

    /// <summary>Takes over a suspended async method. Called inside a step.</summary>
    public void Suspend(PendingAwait pending, Action continuation, string site)
    {
        ArgumentNullException.ThrowIfNull(pending);
        ArgumentNullException.ThrowIfNull(continuation);
        var operation = _current!;
        var where = _setup.Sites.Await(site);
        var invocation = operation.InvocationOf(where.Machine, continuation.Target, where.UseOf(continuation.Target));
        var description = _steps.Resumption(operation, where, invocation, _waits.AwaitedName(pending));
        var strand = Strand.Of(description, operation, continuation, pending is { CanBeAsked: false, IsYield: true } ? null : pending);
        if (where.IsOutside) _replies.Expect(strand);
        Add(strand);
        _log.Await(where.Await!);
    }

    /// <summary>A task that completes when virtual time has advanced. Called inside a step.</summary>
    public Task Delay(TimeSpan delay, CancellationToken cancellationToken) => _delays.Start(_current!, delay, cancellationToken);

    /// <summary>Lets others go first, or waits for a blockage, if any, to be over; answers whether it is. Called inside a step.</summary>
    internal bool StandStill(CallPoint point, Blockage? blockage, TimeSpan timeout)
    {
        if (_baton.IsOver)
        {
            if (blockage is null) return true;
            throw new RunEndedException();
        }

        if (point.Kind == PointKind.Outside) NoteEscape();
        if (blockage is null && point.Kind != PointKind.Yield && !CanOthersRun() && !IsToBeWaitedAt(point)) return true;
        var description = _steps.Call(_current!, point);
        var own = _baton.Stand(description, blockage);
        var limit = timeout == Timeout.InfiniteTimeSpan ? null : LimitOf(own, timeout);
        _baton.StandStill(own);
        limit?.Cancel();
        return own.Blockage?.IsOver ?? true;
    }

    private TimerEntry LimitOf(Strand strand, TimeSpan timeout) =>
        _clock.Schedule(strand.Operation.Root.Number, NanosecondsOf.Delay(timeout), () => strand.HasTimedOut = true);

    /// <summary>Makes <paramref name="run"/> a new operation, started by the current one, that begins when <paramref name="after"/> is complete. Called inside a step.</summary>
    internal void Start(Action run, string site, PendingAwait? after = null)
    {
        var operation = _operations.Start(_current);
        Add(Strand.Of(_steps.Start(operation, site), operation, run, after));
    }

    /// <summary>Makes a thread a new operation, started by the current one. Called inside a step.</summary>
    internal void StartThread(Worker worker, string site)
    {
        var operation = _operations.Start(_current);
        Add(Strand.Of(_steps.Start(operation, site), worker, new Execution(operation), null));
    }

    /// <summary>The same for what needs a stack of a thread, and not a thread of its own.</summary>
    internal void StartThread(Action body, string site)
    {
        var operation = _operations.Start(_current);
        Add(Strand.OfThread(_steps.Start(operation, site), operation, body));
    }

    internal void RunThread(Worker worker, Action body) => _baton.RunThread(worker, body);

    /// <inheritdoc/>
    public void PostTimer(int? operation, Action callback)
    {
        if (operation is null) throw new InvalidOperationException("Virtual timers are only made inside a controlled operation.");
        Add(new Posting(_operations.Start(_operations[operation.Value]), StepKind.Timer, "", callback));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _outside.Dispose();
        _ownCrew?.Dispose();
    }

    void IOperationInbox.Post(Operation? operation, StepKind kind, string method, Action run)
    {
        var posting = new Posting(operation, kind, method, run);
        if (IsLoopThread) Add(posting);
        else _inbox.Post(posting);
    }

    void IOperationInbox.Start(Action run, string site)
    {
        if (IsLoopThread) Start(run, site);
        else ((IOperationInbox)this).Post(null, StepKind.Start, "", run);
    }

    Strand? ITurns.Next()
    {
        _current = null;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return Choose();
        }
#pragma warning disable CA1031 // We may stand on a stack of the program's: a fault of ours must end the run as such, not go up through it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _outcome = new RunOutcome.InternalError(exception);
            return null;
        }
    }

    void ITurns.Begin(Strand strand)
    {
        strand.Operation.IsPresumedBlocked = false;
        strand.Operation.Root.IsPresumedBlocked = false;
        _current = strand.Operation;
        BeginCount++;
        _log.Begin(strand.Description, _chosen.PlanIndex, _clock.NowNs);
        _setup.Observer?.Begins(strand, _baton.Execution!);
    }

    void ITurns.End()
    {
        _log.End();
        _setup.Observer?.Ends(_baton.Execution!);
    }

    void ITurns.Unwind(Operation operation) => _current = operation;

    void ITurns.Invoke(Strand strand, Action body)
    {
        Invoke(body, strand.Operation.Context);
        if (strand.NeedsWorker) Workers.GiveBack();
    }

    private void Invoke(Action body, SynchronizationContext? context)
    {
        if (StepInvocation.Run(body, context) is { } failure) _outcome ??= new RunOutcome.TestFailed(failure);
        _current = null;
    }

    private Strand? Choose()
    {
        while (_outcome is null)
        {
            if (_isAborted) return End(new RunOutcome.Uncontrolled(_waits.Waits()));
            _inbox.Take();
            TakeEnded();
            if (!_setup.RunsToQuiet && _operations.AreDone) return End(new RunOutcome.Passed());
            Poll();
            if (_strands.Enabled.Count == 0)
            {
                MoveOn();
                continue;
            }

            if (_log.Count == _options.StepCountMax) return End(new RunOutcome.StepLimit(_log.Count));
            switch (_scheduler.Decide(new DecisionContext(_strands.Enabled, _blockedOn, _clock.NowNs)))
            {
                case Decision.Run run:
                    var strand = _strands.Take(run.Index);
                    if (strand.NeedsWorker) Workers.Take();
                    _clock.AdvanceTo(run.NotBeforeNs);
                    _chosen = run;
                    return strand;
                case Decision.WaitFor wait:
                    WaitFor(_operations[wait.Operation]);
                    break;
                case Decision.Diverge diverge:
                    return End(new RunOutcome.Diverged(Divergence.From(diverge.Difference, _log.Steps)));
            }
        }

        return null;
    }

    private Strand? End(RunOutcome outcome)
    {
        _outcome = outcome;
        return null;
    }

    // What the schedule wants first may be yet to come.
    private bool IsToBeWaitedAt(CallPoint point) => _scheduler.AsksAboutCompleteAwaits && _scheduler.SuspendsWhenComplete(_steps.Call(_current!, point));

    private bool CanOthersRun()
    {
        _inbox.Take();
        TakeEnded();
        Poll();
        return _strands.Enabled.Count > 0;
    }

    private void Poll()
    {
        _replies.AwaitAll();
        _strands.Poll();
        Workers.Offer();
    }

    private void Add(Posting posting)
    {
        var operation = posting.Operation ?? _operations.Start(null);
        Add(Strand.Of(_steps.Posted(operation, posting.Kind, posting.Method), operation, posting.Run));
    }

    private void Add(Strand strand)
    {
        _setup.Observer?.Made(strand, _current is null ? null : _baton.Execution);
        if (strand.Pending is { CanBeAsked: false }) strand.Register(_outside.Wake);
        _strands.Add(strand);
    }

    private void TakeEnded()
    {
        while (_operations.TryTakeEnded(out var operation))
        {
            operation.IsFinished = true;
            _scheduler.OperationFinished(operation.Number);
            _completions.Enqueue(operation);
        }

        if (!_baton.IsStanding) CompleteEnded();
    }

    // The host's own work behind a request is no step: it runs in one piece, without a context, and where no stack stands below it.
    private void CompleteEnded()
    {
        while (_completions.TryDequeue(out var operation))
        {
            _current = operation;
            Invoke(operation.Complete, null);
        }
    }

    // Nothing is enabled: first what the outside owes, then time, then nothing is left.
    private void MoveOn()
    {
        if (_operations.AreDone)
        {
            End(new RunOutcome.Passed());
            return;
        }

        var expectsOutside = _setup.ExpectsOutside || _hasEscaped;
        var outside = expectsOutside ? _operations.Unfinished.Where(operation => operation.Body is null || _waits.BlockedOnOf(operation) == BlockedOn.Outside).ToList() : [];
        if (outside.Count > 0 && _gate.Wait(outside)) return;
        if (_clock.NextDueNs is { } due)
        {
            _clock.AdvanceTo(due);
            return;
        }

        var waits = _waits.Waits();
        if ((!expectsOutside && !_replies.AreOpen) || _waits.AllWaitForWovenCode()) _outcome = new RunOutcome.Deadlocked(waits) { BlockedWorkerCount = Workers.IsStarved ? Workers.BusyCount : 0 };
        else if (!_gate.WaitForAny(_operations.Awaited)) _outcome = new RunOutcome.Uncontrolled(waits);
    }

    private void WaitFor(Operation operation)
    {
        if (_clock.NextDueOf(operation.Number) is { } due && due <= _waits.HorizonNs) _clock.AdvanceTo(due);
        else _gate.Wait([operation]);
    }

    private bool HasNews(IEnumerable<Operation> operations)
    {
        _inbox.Take();
        Poll();
        return _isAborted || _operations.HasEnded || operations.Any(_strands.HasEnabled);
    }
}
