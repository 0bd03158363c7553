using NUnit.Framework;
using NUnit.Framework.Interfaces;
using ReplayKit.Messages;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit.Running;

/// <summary>What makes two failures one failure: how the run ended, what was thrown, and on which line of the user's. Values in messages may differ.</summary>
/// <param name="Kind">How the run ended.</param>
/// <param name="Type">What was thrown; empty when nothing was.</param>
/// <param name="Location">The line; empty when unknown.</param>
internal sealed record FailureIdentity(string Kind, string Type, string Location)
{
    /// <summary>The failure of a run; null when it did not fail, or says nothing about the test.</summary>
    public static FailureIdentity? Of(IncidentRun run) => run.Result.Outcome switch
    {
        RunOutcome.TestFailed { Exception: ResultStateException { ResultState.Status: not TestStatus.Failed } } => null,
        RunOutcome.TestFailed { Exception: var thrown } => new FailureIdentity(nameof(RunOutcome.TestFailed), thrown.GetType().FullName ?? "", StackTraces.Location(thrown)),
        RunOutcome.Deadlocked => new FailureIdentity(nameof(RunOutcome.Deadlocked), "", ""),
        _ => null,
    };
}
