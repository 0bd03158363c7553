using ReplayKit.Hooks;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>Passes control from thread to thread, so that exactly one step runs at a time.</summary>
/// <remarks>
/// A step that runs to its end needs no thread of its own: the holder of the baton calls one after the other. A step that blocks, or that
/// others overtake in the middle, keeps its stack and so its thread; the baton goes to the thread of the chosen stack, or to a worker of the
/// crew when the chosen strand is something to call. When the run is over, the stacks that still stand are unwound, one at a time.
/// </remarks>
internal sealed class Baton(StrandPool strands, Crew crew, ITurns turns)
{
    private readonly Worker _main = new();
    private Worker? _holder;
    private volatile int _threadId;
    private bool _isMainIdle;
    private bool _isOver;
    private volatile bool _isUnwound;

    /// <summary>What executes now; null between steps.</summary>
    public Execution? Execution { get; private set; }

    /// <summary>Whether a thread of the program's own can run on one of the crew's.</summary>
    public bool LendsThreads => crew.LendsThreads;

    /// <summary>Whether the calling thread holds the baton.</summary>
    public bool IsHeldHere => Environment.CurrentManagedThreadId == _threadId;

    /// <summary>Whether the holder decides on top of a stack that stands still.</summary>
    public bool IsStanding { get; private set; }

    /// <summary>Whether the stacks that stand are being unwound.</summary>
    public bool IsOver => _isOver;

    /// <summary>Runs until the run is over and no stack stands any more.</summary>
    public void Run()
    {
        crew.Serve(Drive);
        TakeOver(_main);
        Drive(_main, turns.Next());
        // Null comes once, when no stack stands any more: what passes it touches this worker no more, which may then go.
        while (_main.Await() is { } strand) Drive(_main, strand);
    }

    /// <summary>Begins to hold the baton on the calling thread, before the run.</summary>
    public void TakeOver(Worker worker)
    {
        _holder = worker;
        _threadId = Environment.CurrentManagedThreadId;
        if (worker.User == this) return;
        worker.User = this;
        crew.Refresh();
    }

    /// <summary>The calling stack as a strand.</summary>
    public Strand Stand(StepDescription description, Blockage? blockage) => Strand.Of(description, _holder!, Execution!, blockage);

    /// <summary>Lets others run while the calling stack stands still, until it is chosen.</summary>
    /// <param name="own">The calling stack.</param>
    /// <exception cref="RunEndedException">The run is over.</exception>
    public void StandStill(Strand own)
    {
        var (me, execution) = (own.Owner!, own.Execution!);
        var context = SynchronizationContext.Current;
        strands.Add(own);
        turns.End();
        Execution = null;
        IsStanding = true;
        var chosen = turns.Next();
        IsStanding = false;
        if (chosen is not null && chosen != own)
        {
            Hand(chosen);
            chosen = me.Await();
            TakeOver(me);
        }

        Execution = execution;
        SynchronizationContext.SetSynchronizationContext(context);
        if (chosen is null)
        {
            // The stack is unwound from here, and is not to be unwound again.
            strands.Discard(own);
            _isOver = true;
            turns.Unwind(execution.Operation);
            throw new RunEndedException();
        }

        turns.Begin(own);
    }

    /// <summary>Runs the body of a thread of the program's own: its first step, and whatever its stack comes to.</summary>
    public void RunThread(Worker worker, Action body)
    {
        var strand = worker.Await();
        TakeOver(worker);
        if (strand is not null)
        {
            Enter(strand, body);
            strand = _isOver ? null : turns.Next();
        }

        if (strand is null) Unwind();
        else Hand(strand);
    }

    // Called where the worker's stack is empty.
    private void Drive(Worker me, Strand? strand)
    {
        if (_isUnwound) return;
        TakeOver(me);
        while (strand is not null)
        {
            if (strand.Owner is { } owner)
            {
                GiveBack(me);
                owner.Pass(strand);
                return;
            }

            if (strand.IsThread) crew.Refresh();
            Enter(strand, strand.Run!);
            if (strand.IsThread) crew.Refresh();
            strand = _isOver ? null : turns.Next();
        }

        GiveBack(me);
        Unwind();
    }

    private void Enter(Strand strand, Action body)
    {
        Execution = strand.Execution ?? new Execution(strand.Operation);
        turns.Begin(strand);
        turns.Invoke(strand, body);
        Execution.IsOver = true;
        turns.End();
        Execution = null;
    }

    private void Hand(Strand chosen)
    {
        if (chosen.Owner is { } owner)
        {
            owner.Pass(chosen);
        }
        else if (_isMainIdle)
        {
            _isMainIdle = false;
            _main.Pass(chosen);
        }
        else
        {
            crew.Rent().Pass(chosen);
        }
    }

    private void GiveBack(Worker worker)
    {
        if (worker == _main) _isMainIdle = true;
        else crew.Return(worker);
    }

    // One stack after the other: what its finally blocks do is done alone, as everything is.
    private void Unwind()
    {
        _isOver = true;
        if (strands.TakeStanding() is { Owner: { } owner })
        {
            owner.Pass(null);
            return;
        }

        _isUnwound = true;
        _main.Pass(null);
    }
}
