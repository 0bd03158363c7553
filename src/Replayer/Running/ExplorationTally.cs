using System.Collections.Immutable;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Races;

namespace ReplayKit.Replayer.Running;

/// <summary>Counts what the schedules of an exploration came to.</summary>
internal sealed class ExplorationTally
{
    // Numbers, not texts: eight bytes a schedule are all that grows with the number of schedules.
    private readonly List<ulong> _fingerprints = [];
    private readonly HashSet<(string Field, CodeSite One, CodeSite Other)> _knownRaces = [];
    private readonly ImmutableArray<DataRace>.Builder _races = ImmutableArray.CreateBuilder<DataRace>();
    private ExplorationFailure? _failure;
    private int _failureCount;
    private long _stepCount;

    public bool HasFailed => _failure is not null;

    public bool IsExhausted { get; set; }

    public ImmutableArray<EscapedWork> Escaped { get; set; } = [];

    public ImmutableArray<string> LeakedStatics { get; set; } = [];

    public void Add(ExploredSchedule explored, ulong seed)
    {
        _fingerprints.Add(Fingerprint.HashOf(explored.Steps));
        _stepCount += explored.Steps.Length;
        foreach (var race in explored.Races) Add(race);
        if (explored.Outcome is RunOutcome.Passed) return;
        _failureCount++;
        _failure ??= new ExplorationFailure
        {
            Schedule = _fingerprints.Count,
            Seed = seed,
            Outcome = explored.Outcome,
            Exception = (explored.Outcome as RunOutcome.TestFailed)?.Exception ?? (explored.Outcome as RunOutcome.InternalError)?.Exception,
            Pinned = explored.Schedule,
            Steps = explored.Steps,
        };
    }

    private void Add(DataRace race)
    {
        var (one, other) = (race.First.Site, race.Second.Site);
        if (!_knownRaces.Contains((race.Field, other, one)) && _knownRaces.Add((race.Field, one, other))) _races.Add(race);
    }

    public ExplorationResult Result() => new()
    {
        Schedules = _fingerprints.Count,
        Steps = _stepCount,
        DistinctInterleavings = _fingerprints.Distinct().Count(),
        Fingerprints = [.. _fingerprints.Select(Fingerprint.InWords)],
        Failures = _failureCount,
        FirstFailure = _failure,
        IsExhausted = IsExhausted,
        Escaped = Escaped,
        Races = _races.ToImmutable(),
        LeakedStatics = LeakedStatics,
    };

    /// <summary>The result when a step did not come back: its thread cannot be ended, and the exploration goes no further.</summary>
    public ExplorationResult Stalled(ulong firstSeed, WaitingOperation stalled) => Result() with
    {
        Failures = _failureCount + 1,
        FirstFailure = _failure ?? new ExplorationFailure
        {
            Schedule = _fingerprints.Count + 1,
            Seed = firstSeed + (ulong)_fingerprints.Count,
            Outcome = new RunOutcome.Uncontrolled([stalled]),
            Exception = new TimeoutException(
                "A step did not come back: it blocks in code that is not under control, or loops without a scheduling point. Its thread is left behind."),
            Pinned = new Scheduling.Schedule([]),
            Steps = [],
        },
    };
}
