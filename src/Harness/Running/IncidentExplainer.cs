using System.Collections.Immutable;
using ReplayKit.Replayer.Explaining;
using ReplayKit.Replayer.Minimising;
using ReplayKit.Replayer.Search;

namespace ReplayKit.Running;

/// <summary>Finds out why a run fails: by runs that follow it up to some step and then let the requests run one after the other.</summary>
/// <remarks>
/// Choi, Zeller: Isolating failure-inducing thread schedules, ISSTA 2002, bisect between a schedule that fails and one that passes. Here the one that
/// passes is made of the other, so that what differs in the end is one swap of two steps.
/// </remarks>
/// <param name="runs">Runs candidates.</param>
internal sealed class IncidentExplainer(CandidateRuns runs)
{
    private const int TurnsCountMax = 4;
    private readonly Dictionary<ulong, CandidateRun> _made = [];
    private FailureIdentity? _failure;
    private SwitchedOrder _order = new([]);
    private List<ImmutableArray<int>> _turns = [];

    /// <summary>Explains.</summary>
    /// <param name="failing">The run that fails.</param>
    public async Task<Explanation> ExplainAsync(IncidentRun failing)
    {
        _failure = FailureIdentity.Of(failing);
        _order = new SwitchedOrder(failing.Result.Trace);
        if (await RunAsync(_order.Names).ConfigureAwait(false) is not { } again) return Ended(ExplanationKind.NotFinished);
        if (again.Failure != _failure) return Ended(ExplanationKind.NotRepeated);
        _turns = [.. _order.Requests.Take(TurnsCountMax).Select(first => _order.Requests.Remove(first).Insert(0, first))];
        if (await PassingTurnsAsync().ConfigureAwait(false) is not { } turns) return Ended(runs.IsRefused ? ExplanationKind.NotFinished : ExplanationKind.AnyOrder);
        // Of the first so many steps with the rest one after the other: the first number of steps at which that fails.
        var count = await BisectAsync(0, _order.Steps.Length, middle => FailsAsync(_order.From(middle, turns))).ConfigureAwait(false);
        var (before, after, failingOrder, passingOrder) = await FlipAsync(count, turns).ConfigureAwait(false);
        var pair = await ConflictAsync(failingOrder, passingOrder).ConfigureAwait(false);
        var unavoidable = await UnavoidableAsync(count).ConfigureAwait(false);
        if (runs.IsRefused && before is null) return Ended(ExplanationKind.NotFinished);
        var places = new RunPlaces(Shown(failing, again));
        return Ended(ExplanationKind.Order) with
        {
            Flip = before is null || after is null ? null : new ExplainedFlip(places.Step(before), places.Step(after)),
            Conflict = pair is null ? null : places.Conflict(pair),
            Touches = pair is null ? [] : places.Touches(pair),
            Unavoidable = unavoidable is { } position ? places.Step(_order.Steps[position - 1]) : null,
        };
    }

    private Explanation Ended(ExplanationKind kind) => new() { Kind = kind, Replays = runs.Count, IsComplete = !runs.IsRefused };

    // Whoever goes first may matter: the first one to begin is tried as the first one to run to its end, then the others.
    private async Task<ImmutableArray<int>?> PassingTurnsAsync()
    {
        foreach (var turns in _turns)
        {
            if (await RunAsync(_order.From(0, turns)).ConfigureAwait(false) is { Failure: null }) return turns;
        }

        return null;
    }

    // The last step of the failing beginning, brought forward step by step from where it would have run: the step that it must not overtake.
    private async Task<(TracedStep? Before, TracedStep? After, ImmutableArray<StepName> Failing, ImmutableArray<StepName> Passing)> FlipAsync(int count, ImmutableArray<int> turns)
    {
        var passing = _order.From(count - 1, turns);
        var moved = _order.Steps[count - 1];
        var from = passing.IndexOf(moved.Name);
        if (from <= count - 1) return (null, null, _order.From(count, turns), passing);
        var places = from - (count - 1);
        var overtaken = await BisectAsync(0, places, middle => FailsAsync(Moved(passing, from, from - middle))).ConfigureAwait(false);
        var at = from - overtaken;
        return (moved, _order.Steps.First(step => step.Name == passing[at]), Moved(passing, from, at), Moved(passing, from, at + 1));
    }

    private async Task<AccessPair?> ConflictAsync(ImmutableArray<StepName> failing, ImmutableArray<StepName> passing)
    {
        if (await RunAsync(failing).ConfigureAwait(false) is not { } one || await RunAsync(passing).ConfigureAwait(false) is not { } other) return null;
        return ConflictFinder.Find(one.Touching, other.Touching);
    }

    private async Task<int?> UnavoidableAsync(int from)
    {
        var count = await BisectAsync(from - 1, _order.Steps.Length, FailsWhateverFollowsAsync).ConfigureAwait(false);
        return runs.IsRefused ? null : count;
    }

    private async Task<bool> FailsWhateverFollowsAsync(int count)
    {
        foreach (var turns in _turns)
        {
            if (!await FailsAsync(_order.From(count, turns)).ConfigureAwait(false)) return false;
        }

        return true;
    }

    private async Task<bool> FailsAsync(ImmutableArray<StepName> order) => (await RunAsync(order).ConfigureAwait(false))?.Failure == _failure;

    private async Task<CandidateRun?> RunAsync(ImmutableArray<StepName> order)
    {
        var key = SwitchedOrder.HashOf(order);
        if (_made.TryGetValue(key, out var known)) return known;
        if (await runs.RunAsync(order, isTouching: true).ConfigureAwait(false) is not { } made) return null;
        _made.Add(key, made);
        return made;
    }

    // The lowest number above one that does not fail; the highest one is known to.
    private static async Task<int> BisectAsync(int passes, int fails, Func<int, Task<bool>> failsAt)
    {
        while (fails - passes > 1)
        {
            var middle = passes + ((fails - passes) / 2);
            if (await failsAt(middle).ConfigureAwait(false)) fails = middle;
            else passes = middle;
        }

        return fails;
    }

    private static ImmutableArray<StepName> Moved(ImmutableArray<StepName> order, int from, int to) => order.RemoveAt(from).Insert(to, order[from]);

    // What the same order touched when it ran again, by the numbers of the run that is shown.
    private static TouchingRun Shown(IncidentRun failing, CandidateRun again)
    {
        var numbers = new Dictionary<StepName, int>();
        foreach (var (index, step) in failing.Result.Trace.Index()) numbers.TryAdd(step.Name, index + 1);
        var (trace, accesses) = (again.Touching.Trace, again.Touching.Accesses);
        return new TouchingRun(
            failing.Result.Trace,
            [.. accesses.Where(access => access.Step >= 1 && access.Step <= trace.Count).Select(access => access with { Step = numbers.GetValueOrDefault(trace[access.Step - 1].Name) })]);
    }
}
