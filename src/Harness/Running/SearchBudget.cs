namespace ReplayKit;

/// <summary>How far a search goes.</summary>
/// <param name="Schedules">How many schedules to run at most; at least 1.</param>
/// <param name="Seed">Where chance begins.</param>
public sealed record SearchBudget(int Schedules, ulong Seed = 1)
{
    /// <summary>Whether to begin with the recorded order although a schedule is pinned.</summary>
    public bool IgnoresPin { get; init; }
}
