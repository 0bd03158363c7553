using System.Collections.Immutable;

namespace ReplayKit.Replayer.Outcome;

/// <summary>How one run ended. Closed: every consumer switches over all cases.</summary>
public abstract record RunOutcome
{
    private RunOutcome()
    {
    }

    /// <summary>The run went through, and nothing failed.</summary>
    public sealed record Passed : RunOutcome;

    /// <summary>The run went through under control, and the test's body failed.</summary>
    /// <param name="Exception">What the body threw.</param>
    public sealed record TestFailed(Exception Exception) : RunOutcome;

    /// <summary>Every operation waits for another one, and no timer is due.</summary>
    /// <param name="Waits">Who waits where.</param>
    public sealed record Deadlocked(ImmutableArray<WaitingOperation> Waits) : RunOutcome
    {
        /// <summary>How many workers the thread pool has, where all of them are blocked and work waits for one; else 0.</summary>
        public int BlockedWorkerCount { get; init; }
    }

    /// <summary>The run took more steps than allowed.</summary>
    /// <param name="StepCountMax">The limit.</param>
    public sealed record StepLimit(int StepCountMax) : RunOutcome;

    /// <summary>The replay could not follow the recording: neither a pass nor a failure of the test.</summary>
    /// <param name="Divergence">Where, and why.</param>
    public sealed record Diverged(Divergence Divergence) : RunOutcome;

    /// <summary>The run waits for something outside control that did not come.</summary>
    /// <param name="Waits">Who waits where.</param>
    public sealed record Uncontrolled(ImmutableArray<WaitingOperation> Waits) : RunOutcome;

    /// <summary>A fault of ReplayKit, not of the code under test.</summary>
    /// <param name="Exception">The broken invariant.</param>
    public sealed record InternalError(Exception Exception) : RunOutcome;
}
