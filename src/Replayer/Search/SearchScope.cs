using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Search;

/// <summary>Which schedules an incident is tried with.</summary>
public sealed record SearchScope
{
    /// <summary>Where chance begins.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>A schedule to begin with; null to begin with the recorded order.</summary>
    public PinnedSchedule? Pinned { get; init; }

    /// <summary>Whether nothing is left to try where the build follows that schedule to the letter.</summary>
    public bool EndsWithPin { get; init; } = true;

    /// <summary>Which of the schedules around the first one.</summary>
    public SwapOptions Around { get; init; } = new();

    /// <summary>Whether other strategies take turns with the schedules around the first one, once the nearest were tried.</summary>
    public bool TriesOthers { get; init; } = true;
}
