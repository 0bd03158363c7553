using System.Collections.Immutable;
using ReplayKit.Replayer.Minimising;
using ReplayKit.Replayer.Search;

namespace ReplayKit.Running;

/// <summary>Makes an incident smaller while it fails in the same way: fewest requests, then fewest switches, then the plainest order.</summary>
/// <remarks>An order is a wish: what counts is what the run made of it, so the size of each run is measured anew.</remarks>
/// <param name="runs">Runs candidates.</param>
/// <param name="progress">Told of each run: how many there were, and the size of the smallest so far.</param>
internal sealed class IncidentMinimiser(CandidateRuns runs, Action<int, MinimisedSize>? progress)
{
    private const int PlainRoundCountMax = 2;
    private FailureIdentity _failure = new("", "", "");
    private IncidentRun? _best;
    private SwitchedOrder _order = new([]);
    private ImmutableArray<int> _requests = [];

    /// <summary>Minimises.</summary>
    /// <param name="failing">A run that fails as it should.</param>
    public async Task<MinimisedIncident> MinimiseAsync(IncidentRun failing)
    {
        _failure = FailureIdentity.Of(failing) ?? throw new ArgumentException("The run to begin with did not fail.", nameof(failing));
        (_best, _order) = (failing, new SwitchedOrder(failing.Result.Trace));
        _requests = [.. failing.Replay.Requests.Select(static request => request.Number)];
        await LeaveOutRequestsAsync().ConfigureAwait(false);
        await LeaveOutSwitchesAsync().ConfigureAwait(false);
        for (var round = 0; round < PlainRoundCountMax && await MakePlainerAsync().ConfigureAwait(false); round++)
        {
        }

        return new MinimisedIncident(_best, MinimisedSize.Of(failing), MinimisedSize.Of(_best), runs.Count) { IsComplete = !runs.IsRefused };
    }

    private async Task LeaveOutRequestsAsync()
    {
        var order = _order;
        await DeltaDebugging.MinimiseAsync(_requests, async kept =>
            kept.Length > 0 && kept.Length < _requests.Length && await TryAsync(order.Of(kept), kept, static _ => true).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task LeaveOutSwitchesAsync()
    {
        var order = _order;
        await DeltaDebugging.MinimiseAsync(order.Preemptions, kept =>
            TryAsync(order.With(kept), _requests, made => made.SwitchCount < _order.SwitchCount)).ConfigureAwait(false);
    }

    // Who came first goes first, and control passes where a request waits, not in the middle of its code.
    private async Task<bool> MakePlainerAsync()
    {
        var order = _order;
        var candidates = new List<ImmutableArray<StepName>> { order.With(order.Preemptions, _requests) };
        foreach (var preemption in order.Preemptions)
        {
            foreach (var isLater in (bool[])[true, false])
            {
                if (order.AtAwait(preemption, isLater) is { } moved) candidates.Add(order.With(order.Preemptions.Replace(preemption, moved)));
            }
        }

        var isPlainer = false;
        var tried = new HashSet<ulong> { SwitchedOrder.HashOf(order.Names) };
        foreach (var candidate in candidates)
        {
            if (tried.Add(SwitchedOrder.HashOf(candidate))) isPlainer |= await TryAsync(candidate, _requests, made => IsPlainer(made, _order)).ConfigureAwait(false);
        }

        return isPlainer;
    }

    private static bool IsPlainer(SwitchedOrder one, SwitchedOrder other) =>
        (one.SwitchCount, one.CallPreemptionCount, Unsorted(one)).CompareTo((other.SwitchCount, other.CallPreemptionCount, Unsorted(other))) < 0;

    private static int Unsorted(SwitchedOrder order) => order.Requests.Zip(order.Requests.Skip(1)).Count(static pair => pair.First > pair.Second);

    private async Task<bool> TryAsync(IReadOnlyList<StepName> order, ImmutableArray<int> requests, Func<SwitchedOrder, bool> isBetter)
    {
        if (await runs.RunAsync(order, requests).ConfigureAwait(false) is not { } candidate) return false;
        var made = new SwitchedOrder(candidate.Run.Result.Trace);
        var isTaken = candidate.Failure == _failure && isBetter(made);
        if (isTaken) (_best, _order, _requests) = (candidate.Run, made, requests);
        progress?.Invoke(runs.Count, MinimisedSize.Of(_best!));
        return isTaken;
    }
}
