using NUnit.Framework;
using NUnit.Framework.Interfaces;
using ReplayKit.Messages;
using ReplayKit.Replayer.Explaining;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit.Running;

/// <summary>Decides what a run means for its test. A run that says nothing about the test is neither its pass nor its failure.</summary>
internal static class IncidentJudge
{
    public static Judgement Judge(JudgedTest test, IncidentRun run, Explanation? explanation = null)
    {
        var words = new FailureMessage(test, run, explanation);
        return run.Result.Outcome switch
        {
            RunOutcome.Passed => Passed(test, words),
            RunOutcome.TestFailed { Exception: SuccessException } when test.Expect == Verdict.Reproduces => Passed(test, words),
            RunOutcome.TestFailed { Exception: ResultStateException { ResultState.Status: not TestStatus.Failed } ended } =>
                new Judgement(ended.ResultState, ended.Message, null, ""),
            RunOutcome.TestFailed failed => Failed(test, run, words, StackTraces.UserFrames(failed.Exception)),
            RunOutcome.Deadlocked => Failed(test, run, words, null),
            RunOutcome.InternalError broken => new Judgement(OutcomeStates.Of(broken), words.Text, broken.Exception.ToString(), ""),
            var said => new Judgement(OutcomeStates.Of(said), words.Text, null, ""),
        };
    }

    /// <summary>Whether a run makes its test fail by what the service did in it, which can be explained.</summary>
    public static bool IsFailure(JudgedTest test, IncidentRun run) =>
        FailureIdentity.Of(run) is not null && !(test.Expect == Verdict.Reproduces && ShowsSymptom(run));

    /// <summary>Whether a run failed as production did.</summary>
    public static bool ShowsSymptom(IncidentRun run) =>
        run.Result.Outcome is RunOutcome.TestFailed or RunOutcome.Deadlocked && SymptomRule.IsShownBy(run);

    /// <summary>Whether a run ends the search. A pass, and a failure in another way than the incident's, leave open what another order does.</summary>
    public static bool Decides(IncidentRun run, Verdict expect) => run.Result.Outcome switch
    {
        RunOutcome.Passed => false,
        RunOutcome.TestFailed { Exception: ResultStateException { ResultState.Status: not TestStatus.Failed } ended } => ended is not SuccessException,
        RunOutcome.TestFailed or RunOutcome.Deadlocked => expect == Verdict.Passes || SymptomRule.IsShownBy(run),
        // Off the recorded order these say nothing: the search goes on.
        RunOutcome.Diverged or RunOutcome.Uncontrolled or RunOutcome.StepLimit => run.Result.Attempt == 1 && !run.Result.IsPinMisfit,
        RunOutcome.InternalError => true,
        _ => throw new InvalidOperationException($"No rule for {run.Result.Outcome}."),
    };

    private static Judgement Passed(JudgedTest test, FailureMessage words) => test.Expect == Verdict.Passes
        ? new Judgement(ResultState.Success, "", null, words.Summary)
        : new Judgement(ResultState.Failure, words.NoLongerReproduces, null, "");

    private static Judgement Failed(JudgedTest test, IncidentRun run, FailureMessage words, string? stack)
    {
        if (test.Expect == Verdict.Passes) return new Judgement(ResultState.Failure, words.Text, stack, "");
        return SymptomRule.IsShownBy(run)
            ? new Judgement(ResultState.Success, "", null, words.Summary)
            : new Judgement(ResultState.Failure, words.FailsInAnotherWay, stack, "");
    }
}
