using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit;

/// <summary>What a search through the schedules around one schedule covered.</summary>
public sealed record SearchCoverage
{
    /// <summary>Names of the schedules that passed, each another one.</summary>
    public required ImmutableArray<string> Schedules { get; init; }

    /// <summary>How many of them lie so many swaps from the first one.</summary>
    public required ImmutableArray<long> PassedBySwaps { get; init; }

    /// <summary>What was asked for and did not run, or said nothing.</summary>
    public required ImmutableArray<Uncovered> NotCovered { get; init; }

    /// <summary>Name of the first schedule.</summary>
    public required string Middle { get; init; }

    /// <summary>Name of the schedule that decided; null when none did.</summary>
    public string? Decided { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Whether all schedules ran that there are.</summary>
    public required bool IsExhausted { get; init; }

    /// <summary>Whether every one of them passed, and nothing is left open.</summary>
    public bool IsComplete => IsExhausted && Decided is null && NotCovered.IsEmpty;
}
