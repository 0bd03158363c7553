using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit.Running;

/// <summary>Runs one schedule of a test's body, between the set-up and the tear-down of its fixture.</summary>
internal sealed class ExploredBodyCommand(Test test, ScheduleTurn turn) : TestCommand(test)
{
    public override TestResult Execute(TestExecutionContext context)
    {
        // A tear-down may ask how the test ended. The message is made of the whole exploration, behind it.
        context.CurrentResult.SetResult(turn.Take(context) is RunOutcome.Passed ? ResultState.Success : ResultState.Failure);
        return context.CurrentResult;
    }
}
