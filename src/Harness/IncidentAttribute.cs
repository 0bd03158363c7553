using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using ReplayKit.Running;

namespace ReplayKit;

/// <summary>Replays one saved incident. The method takes a <see cref="Replay"/> and awaits its <c>RunAsync</c>.</summary>
/// <param name="path">
/// The incident's folder, such as <c>traces/price-cache-stampede</c>: absolute, or relative to the test assembly's folder or to any folder above it.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class IncidentAttribute(string path) : NUnitAttribute, ITestBuilder, IWrapTestMethod, IImplyFixture
{
    /// <summary>The incident's folder.</summary>
    public string Path { get; } = path;

    /// <summary>What the test expects of the incident; <see cref="Verdict.Passes"/> by default.</summary>
    public Verdict Expect { get; init; }

    /// <summary>
    /// How many schedules to run at most: the recorded order, then those around it. The first one that decides ends the search. REPLAYKIT_SCHEDULES overrides it.
    /// </summary>
    public int Budget { get; init; } = IncidentCommand.DefaultBudget;

    /// <summary>
    /// Whether a test that fails is explained: its body runs on some more orders, which show the decision that makes the difference and what the requests conflict on.
    /// </summary>
    public bool Explains { get; init; } = true;

    /// <summary>How many seconds to search or certify at most; 0 for no limit. REPLAYKIT_SECONDS overrides it.</summary>
    public int Seconds { get; init; }

    /// <summary>How many swaps from the incident the schedules are at most that REPLAYKIT_MODE=certify runs; <see cref="int.MaxValue"/> for all. REPLAYKIT_SWAPS overrides it.</summary>
    public int Swaps { get; init; } = IncidentCommand.DefaultSwaps;

    /// <summary>Whether REPLAYKIT_MODE=certify runs all orders of steps that may conflict, however far from the incident. REPLAYKIT_SWAPS=conflicts asks for it as well.</summary>
    public bool CertifiesConflicts { get; init; }

    /// <summary>How many schedules REPLAYKIT_MODE=certify runs at most. REPLAYKIT_SCHEDULES overrides it.</summary>
    public int CertifyBudget { get; init; } = IncidentCommand.DefaultCertifyBudget;

    /// <summary>Whether the test fails, when it only verifies, without a complete certificate of the build that runs.</summary>
    public bool RequiresCertificate { get; init; }

    /// <inheritdoc/>
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        ArgumentNullException.ThrowIfNull(method);
        var isOnly = method.GetCustomAttributes<IncidentAttribute>(inherit: false).Length == 1;
        yield return IncidentCase.Build(method, suite, Path, isOnly ? method.Name : IncidentCase.NameOf(method, Path));
    }

    /// <inheritdoc/>
    public TestCommand Wrap(TestCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return IncidentCase.PathOf(command.Test) == Path ? new IncidentCommand(command.Test, Path, Settings) : command;
    }

    private IncidentSettings Settings => new()
    {
        Expect = Expect,
        Budget = Budget,
        Seconds = Seconds,
        Swaps = Swaps,
        CertifiesConflicts = CertifiesConflicts,
        CertifyBudget = CertifyBudget,
        RequiresCertificate = RequiresCertificate,
        Explains = Explains,
    };
}
