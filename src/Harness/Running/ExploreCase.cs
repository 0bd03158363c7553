using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace ReplayKit.Running;

/// <summary>Makes an NUnit test case of a method whose schedules are explored.</summary>
internal static class ExploreCase
{
    private const string TurnProperty = "ReplayKit.Turn";

    public static TestMethod Build(IMethodInfo method, Test? suite)
    {
        var parameters = new TestCaseParameters([null]) { TestName = method.Name };
        var test = new NUnitTestCaseBuilder().BuildTestMethod(method, suite, parameters);
        // One run controls the process.
        test.Properties.Set(PropertyNames.ParallelScope, ParallelScope.None);
        var accepted = method.GetParameters();
        if (accepted.Length == 1 && accepted[0].ParameterType == typeof(Replay)) return test;
        test.RunState = RunState.NotRunnable;
        test.Properties.Set(PropertyNames.SkipReason, $"A test that is explored takes one parameter, of type {typeof(Replay).FullName}.");
        return test;
    }

    /// <summary>What ties the command of the body to that of the whole exploration, while NUnit builds them.</summary>
    public static ScheduleTurn MakeTurn(Test test)
    {
        var turn = new ScheduleTurn();
        test.Properties.Set(TurnProperty, turn);
        return turn;
    }

    /// <summary>What <see cref="MakeTurn"/> made for this test; null when it was not called since.</summary>
    public static ScheduleTurn? TakeTurn(Test test)
    {
        if (!test.Properties.ContainsKey(TurnProperty)) return null;
        var turn = test.Properties.Get(TurnProperty) as ScheduleTurn;
        test.Properties[TurnProperty].Clear();
        return turn;
    }
}
