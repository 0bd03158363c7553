using ReplayKit.Replayer.Search;

namespace ReplayKit;

/// <summary>How far a search goes.</summary>
/// <param name="Schedules">How many schedules to run at most; at least 1.</param>
/// <param name="Seed">Where chance begins.</param>
public sealed record SearchBudget(int Schedules, ulong Seed = 1)
{
    /// <summary>Whether to begin with the recorded order although a schedule is pinned.</summary>
    public bool IgnoresPin { get; init; }

    /// <summary>How long to go on at most, in real time; null for as long as it takes.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Whether to try every schedule around the first one, and nothing else: what a certificate takes.</summary>
    public bool IsExhaustive { get; init; }

    /// <summary>Which schedules around the first one, and which part of them.</summary>
    public SwapOptions Around { get; init; } = new();

    /// <summary>Told after each schedule how many ran, and for how long.</summary>
    public Action<int, TimeSpan>? Progress { get; init; }
}
