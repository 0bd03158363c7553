namespace ReplayKit.Replayer.Search;

/// <summary>How far a run has come in the order that it follows.</summary>
internal sealed class SwapProgress(SwapReference reference)
{
    private readonly Dictionary<ulong, int> _lastDone = [];
    private readonly bool[] _done = new bool[reference.Order.Length];
    private int _first;

    /// <summary>Notes that a step runs.</summary>
    public void Take(StepName name)
    {
        if (reference.PositionOf(name) is not { } position) return;
        _done[position] = true;
        _lastDone[name.Operation] = position;
    }

    /// <summary>Whether one of two enabled steps stands before the other. A step that the order does not know stands with the known one before it in its own operation.</summary>
    public bool IsBefore(StepName one, StepName other) => Key(one).CompareTo(Key(other)) < 0;

    /// <summary>The steps that stand before this one and have not run, in order.</summary>
    public IEnumerable<StepName> Missing(StepName before)
    {
        while (_first < _done.Length && _done[_first]) _first++;
        var end = Position(before);
        for (var i = _first; i < end; i++)
        {
            if (!_done[i]) yield return reference.Order[i];
        }
    }

    /// <summary>The step of an operation that stands first and has not run; null when there is none.</summary>
    public StepName? NextOf(ulong operation)
    {
        foreach (var position in reference.PositionsOf(operation))
        {
            if (!_done[position]) return reference.Order[position];
        }

        return null;
    }

    /// <summary>How many swaps it takes to run a step now: one for each step before it, of an operation that could go on, which it overtakes.</summary>
    /// <param name="chosen">The step.</param>
    /// <param name="enabled">All steps that are enabled.</param>
    /// <remarks>
    /// Over a whole run this is the number of pairs that are the other way round, as a Lehmer code counts them. Steps of an operation that waits for
    /// another one are overtaken for nothing: they could not have run.
    /// </remarks>
    public int SwapsFor(StepName chosen, IReadOnlyList<StepName> enabled)
    {
        var swaps = 0;
        var counted = new HashSet<ulong> { chosen.Operation };
        foreach (var other in enabled)
        {
            if (other == chosen || !IsBefore(other, chosen)) continue;
            if (other.Operation == chosen.Operation || reference.PositionOf(other) is null) swaps++;
            if (counted.Add(other.Operation)) swaps += MissingOf(other.Operation, Position(chosen));
        }

        return Math.Max(1, swaps);
    }

    private int MissingOf(ulong operation, int end)
    {
        var count = 0;
        foreach (var position in reference.PositionsOf(operation))
        {
            if (position >= end) break;
            if (!_done[position]) count++;
        }

        return count;
    }

    private (int Position, ulong Operation, ulong Hash) Key(StepName name) => (Position(name), name.Operation, name.Hash);

    private int Position(StepName name) => reference.PositionOf(name) ?? _lastDone.GetValueOrDefault(name.Operation, -1);
}
