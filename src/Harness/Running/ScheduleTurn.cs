using NUnit.Framework.Internal;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit.Running;

/// <summary>The schedule that is to run now: given by the command of the exploration, taken by that of the body.</summary>
internal sealed class ScheduleTurn
{
    private Func<RunOutcome>? _run;
    private ExecutionContext? _flow;
    private object? _fixture;

    /// <summary>How the schedule ended; null when it did not run, because a set-up did not come to its end.</summary>
    public RunOutcome? Outcome { get; private set; }

    /// <summary>Makes this schedule the one to run.</summary>
    public void Give(Func<RunOutcome> run)
    {
        _run = run;
        Outcome = null;
    }

    /// <summary>Runs it, on the fixture of this context.</summary>
    public RunOutcome Take(TestExecutionContext context)
    {
        _fixture = context.TestObject;
        // What the set-up put into the flow is there for the body, as it is in any other test.
        _flow = ExecutionContext.Capture();
        return Outcome = _run!();
    }

    /// <summary>Calls the body, inside the schedule.</summary>
    public Task Enter(Func<object?, Task> body)
    {
        if (_flow is null) return body(_fixture);
        Task? running = null;
        ExecutionContext.Run(_flow, _ => running = body(_fixture), null);
        return running!;
    }
}
