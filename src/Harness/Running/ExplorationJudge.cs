using NUnit.Framework;
using NUnit.Framework.Interfaces;
using ReplayKit.Messages;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit.Running;

/// <summary>Decides what an exploration means for its test.</summary>
internal static class ExplorationJudge
{
    public static Judgement Judge(ExploredTest test, ExplorationResult result)
    {
        if (result.FirstFailure is not { } failure) return new Judgement(ResultState.Success, "", null, new ExplorationSummary(test, result).Text);
        if (failure.Exception is ResultStateException { ResultState.Status: not TestStatus.Failed } ended)
            return new Judgement(ended.ResultState, ended.Message, null, "");
        var stack = failure.Exception is null ? null
            : failure.Outcome is RunOutcome.InternalError ? failure.Exception.ToString()
            : StackTraces.UserFrames(failure.Exception);
        return new Judgement(OutcomeStates.Of(failure.Outcome), new ExplorationMessage(test, result, failure).Text, stack, "");
    }
}
