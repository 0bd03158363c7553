using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using ReplayKit.Running;

namespace ReplayKit;

/// <summary>
/// Explores schedules of a test's body, with no recording: what the body starts runs at the same time, in an order that differs from schedule to schedule. The method takes
/// a <see cref="Replay"/>, and usually awaits its <c>RunAsync</c> with the operations that are to meet. The test fails with the first schedule that does.
/// </summary>
/// <remarks>Each schedule has a fixture of its own, with its set-up and its tear-down; a fixture with a one-time set-up is kept for all.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExploreAttribute : NUnitAttribute, ITestBuilder, IWrapTestMethod, IRepeatTest, IImplyFixture
{
    /// <summary>Most schedules to run. The environment variable <c>REPLAYKIT_SCHEDULES</c> has precedence.</summary>
    public int Schedules { get; init; } = 1000;

    /// <summary>Names the sequence of schedules. The environment variable <c>REPLAYKIT_SEED</c> has precedence.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How schedules are chosen: <c>random</c>, or <c>pct</c> for probabilistic concurrency testing (<c>pct-5</c> for bugs of depth 5).</summary>
    public string Strategy { get; init; } = "random";

    /// <summary>Whether each schedule runs twice, so that a test that depends on more than its schedule is found.</summary>
    public bool RunsTwice { get; init; }

    /// <inheritdoc/>
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        ArgumentNullException.ThrowIfNull(method);
        yield return ExploreCase.Build(method, suite);
    }

    /// <inheritdoc/>
    /// <remarks>NUnit asks twice: for what goes around the method alone, and then for what goes around its set-up and tear-down as well.</remarks>
    public TestCommand Wrap(TestCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (ExploreCase.TakeTurn(command.Test) is { } turn) return new ExploreCommand(command, this, turn);
        return new ExploredBodyCommand(command.Test, ExploreCase.MakeTurn(command.Test));
    }
}
