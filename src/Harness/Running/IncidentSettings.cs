namespace ReplayKit.Running;

/// <summary>What a test says about how its incident is run; the environment may say otherwise.</summary>
internal sealed record IncidentSettings
{
    /// <summary>What it expects.</summary>
    public Verdict Expect { get; init; }

    /// <summary>Most schedules of a search.</summary>
    public int Budget { get; init; } = IncidentCommand.DefaultBudget;

    /// <summary>Most seconds of a search or of certifying; 0 for no limit.</summary>
    public int Seconds { get; init; }

    /// <summary>Most swaps of the schedules that are certified.</summary>
    public int Swaps { get; init; } = IncidentCommand.DefaultSwaps;

    /// <summary>Whether all orders of steps that may conflict are certified, however far.</summary>
    public bool CertifiesConflicts { get; init; }

    /// <summary>Most schedules to certify.</summary>
    public int CertifyBudget { get; init; } = IncidentCommand.DefaultCertifyBudget;

    /// <summary>Whether the test fails without a certificate for the build.</summary>
    public bool RequiresCertificate { get; init; }

    /// <summary>Whether to find out why a run fails.</summary>
    public bool Explains { get; init; } = true;
}
