using System.Collections.Immutable;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Goes along the trace of a candidate, and knows at each decision what branches off there.</summary>
internal sealed class SwapWalk(SwapCandidate candidate, SwapReference reference)
{
    private ulong _prefix = StableHash.Empty;
    private int _position;

    /// <summary>How far the run has come in the order.</summary>
    public SwapProgress Progress { get; } = new(reference);

    /// <summary>Steps that need not run next.</summary>
    public HashSet<StepName> Sleeping { get; } = [.. candidate.Sleeping];

    /// <summary>Whether the run was another one before its last deviation.</summary>
    public bool HasDrifted { get; private set; }

    /// <summary>Whether this step, at the candidate's last deviation, is the one that was to run there, behind the decisions that were to come before it.</summary>
    public bool Arrives(TracedStep step)
    {
        if (_prefix == candidate.Prefix && step.Name == candidate.Deviations[^1].Step) return true;
        HasDrifted = _prefix != candidate.Prefix || !candidate.IsLate;
        return false;
    }

    /// <summary>Goes on behind a step.</summary>
    public void Take(TracedStep step)
    {
        Wake(step);
        Progress.Take(step.Name);
        _prefix = StableHash.Mix(_prefix, step.Name.Hash);
        _position++;
    }

    /// <summary>The candidate that leaves this run here.</summary>
    public SwapCandidate To(Deviation deviation, int swaps) =>
        new(candidate.Deviations.Add(deviation), candidate.Swaps + swaps) { Prefix = _prefix };

    /// <summary>What sleeps behind a step that runs in place of those that were tried before it.</summary>
    public ImmutableArray<StepName> SleepingBeside(StepDescription taken, IEnumerable<(StepName Name, StepDescription Step)> tried, TracedStep at)
    {
        var still = tried.Where(other => Independence.Holds(other.Step, taken)).Select(static other => other.Name).ToHashSet();
        for (var i = 0; i < at.Others.Length; i++)
        {
            if (Sleeping.Contains(at.Others[i]) && Independence.Holds(at.OtherSteps[i], taken)) still.Add(at.Others[i]);
        }

        return [.. still];
    }

    // The candidate's own sleepers sleep from behind its last deviation on.
    private void Wake(TracedStep step)
    {
        if (_position <= candidate.LastPosition) return;
        for (var i = 0; i < step.Others.Length; i++)
        {
            if (!Independence.Holds(step.OtherSteps[i], step.Step)) Sleeping.Remove(step.Others[i]);
        }
    }
}
