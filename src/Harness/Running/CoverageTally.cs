using System.Globalization;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Search;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Running;

/// <summary>Counts what the attempts at an incident covered.</summary>
internal sealed class CoverageTally
{
    private const string Drifted = "Schedules that did not go the same way again: something that they depend on is not under control.";
    private const string Ambiguous = "Steps that cannot be told from another one of their operation beside them: their order among each other was not changed.";
    private readonly HashSet<string> _passed = [];
    private readonly List<long> _bySwaps = [];
    private readonly Dictionary<string, (long Count, string Example)> _open = [];
    private readonly HashSet<string> _escaped = [];
    private string _middle = "";
    private string? _decided;

    /// <summary>Counts one attempt.</summary>
    /// <param name="run">The run.</param>
    /// <param name="search">What chose it.</param>
    /// <param name="decides">Whether it ended the search.</param>
    public void Add(IncidentRun run, IncidentSearch search, bool decides)
    {
        var name = NameOf(run);
        if (decides) _decided = name;
        foreach (var work in run.Result.Escaped) _escaped.Add($"{work.What}: {work.Stack.FirstOrDefault()}");
        if (search.Candidate is not { } candidate || search.Followed is not { } followed) return;
        if (candidate.LastPosition < 0) _middle = name;
        if (decides || !search.IsOwn || followed is SwapResult.Impossible or SwapResult.Redundant) return;
        if (followed == SwapResult.Drifted) Open(Drifted, search.Description);
        else if (Reason(run.Result.Outcome) is { } reason) Open(reason, search.Description);
        else if (_passed.Add(name)) Count(candidate.Swaps);
    }

    /// <summary>What was covered.</summary>
    /// <param name="search">The search, at its end.</param>
    /// <param name="limit">Why it ended before its end; null when it did not.</param>
    /// <param name="time">How long it took.</param>
    public SearchCoverage Coverage(IncidentSearch search, string? limit, TimeSpan time)
    {
        if (search.AmbiguousCount > 0) _open[Ambiguous] = (search.AmbiguousCount, "");
        if (search.WaitingCount > 0 && limit is not null) _open[limit] = (search.WaitingCount, "");
        if (_escaped.Count > 0) _open["Places where work left control: what it did beside the schedules is not covered."] = (_escaped.Count, _escaped.Order(StringComparer.Ordinal).First());
        return new SearchCoverage
        {
            Schedules = [.. _passed.Order(StringComparer.Ordinal)],
            PassedBySwaps = [.. _bySwaps],
            NotCovered = [.. _open.OrderBy(static open => open.Key, StringComparer.Ordinal).Select(static open => new Uncovered(open.Key, open.Value.Count, open.Value.Example))],
            Middle = _middle,
            Decided = _decided,
            Time = time,
            IsExhausted = search.HasTriedAll,
        };
    }

    private static string NameOf(IncidentRun run) => SwapTree.HashOf(run.Result.Trace).ToString("x16", CultureInfo.InvariantCulture);

    private static string? Reason(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Passed or RunOutcome.TestFailed => null,
        RunOutcome.StepLimit => "Schedules that were stopped because their requests do not come to an end.",
        RunOutcome.Diverged => "Schedules in which the build did not follow the recording at all.",
        RunOutcome.Uncontrolled => "Schedules that wait for something outside control that did not come.",
        RunOutcome.Deadlocked or RunOutcome.InternalError => "Schedules that ended otherwise than by passing or failing.",
        _ => throw new InvalidOperationException($"No words for {outcome}."),
    };

    private void Open(string reason, string example)
    {
        var (count, first) = _open.GetValueOrDefault(reason, (0, example));
        _open[reason] = (count + 1, first);
    }

    private void Count(int swaps)
    {
        while (_bySwaps.Count <= swaps) _bySwaps.Add(0);
        _bySwaps[swaps]++;
    }
}
