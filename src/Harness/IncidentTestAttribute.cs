using NUnit.Framework;
using ReplayKit.Running;

namespace ReplayKit;

/// <summary>What a test says about how its incidents are run, whichever way it names them.</summary>
public abstract class IncidentTestAttribute : NUnitAttribute
{
    private protected IncidentTestAttribute()
    {
    }

    /// <summary>What the test expects of each incident; <see cref="Verdict.Passes"/> by default.</summary>
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

    private protected IncidentSettings Settings => new()
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
