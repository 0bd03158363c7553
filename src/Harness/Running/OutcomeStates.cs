using NUnit.Framework.Interfaces;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit.Running;

/// <summary>The state of a test whose run ended so. A run that says nothing about the test has a label of its own.</summary>
internal static class OutcomeStates
{
    public static ResultState Of(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Passed => ResultState.Success,
        RunOutcome.TestFailed or RunOutcome.Deadlocked => ResultState.Failure,
        RunOutcome.StepLimit => Failed(nameof(RunOutcome.StepLimit)),
        RunOutcome.Diverged => Failed(nameof(RunOutcome.Diverged)),
        RunOutcome.Uncontrolled => Failed(nameof(RunOutcome.Uncontrolled)),
        RunOutcome.InternalError => Failed(nameof(RunOutcome.InternalError)),
        _ => throw new InvalidOperationException($"No state for {outcome}."),
    };

    private static ResultState Failed(string label) => new(TestStatus.Failed, label, FailureSite.Test);
}
