using System.Collections.Immutable;

namespace ReplayKit.TraceFormat.Model;

/// <summary>What a search through the schedules of an incident came to: a certificate where it went through all that were asked for, and all passed.</summary>
public sealed record Certificate
{
    /// <summary>What was asked for.</summary>
    public required CertificateKind Kind { get; init; }

    /// <summary>Version of ReplayKit that wrote it.</summary>
    public required string Tool { get; init; }

    /// <summary>Name of the incident's folder.</summary>
    public required string Incident { get; init; }

    /// <summary>Full name of the test whose body was run.</summary>
    public required string Test { get; init; }

    /// <summary>Which schedules it is about.</summary>
    public required CertifiedOrders Orders { get; init; }

    /// <summary>Most swaps of steps of different requests from the schedule in the middle; null for any number.</summary>
    public int? Swaps { get; init; }

    /// <summary>Name of the schedule in the middle: the recorded order, as this build runs it, or the pinned schedule.</summary>
    public required string Middle { get; init; }

    /// <summary>Where chance began.</summary>
    public ulong Seed { get; init; }

    /// <summary>How many schedules passed, each another one.</summary>
    public required long Passed { get; init; }

    /// <summary>How many of them lie so many swaps from the middle: the first number is for none.</summary>
    public required ImmutableArray<long> PassedBySwaps { get; init; }

    /// <summary>Whether every schedule that was asked for passed.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>What was asked for and did not run, or said nothing.</summary>
    public required ImmutableArray<Uncovered> NotCovered { get; init; }

    /// <summary>How long it took, in seconds; for parts that were joined, all together.</summary>
    public required double Seconds { get; init; }

    /// <summary>Names the set of schedules that passed: equal for equal sets.</summary>
    public required string Digest { get; init; }

    /// <summary>The woven assemblies that ran.</summary>
    public required ImmutableArray<CertifiedAssembly> Build { get; init; }

    /// <summary>The schedule that failed; null when none did.</summary>
    public FailedSchedule? Failure { get; init; }

    /// <summary>Which part of the search this is; null for all of it.</summary>
    public CertificatePart? Part { get; init; }

    /// <summary>Names of the schedules that passed, for a part: so that parts can be compared. Empty otherwise.</summary>
    public ImmutableArray<string> Schedules { get; init => field = value.IsDefault ? [] : value; } = [];
}
