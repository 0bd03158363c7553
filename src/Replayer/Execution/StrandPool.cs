using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>The strands of a run: those that wait, and those that could run now, in the order in which they came to be.</summary>
internal sealed class StrandPool
{
    private readonly List<Strand> _waiting = [];
    private readonly List<Strand> _ready = [];
    private readonly List<StepDescription> _enabled = [];

    /// <summary>The strands that could run now, as a scheduler sees them.</summary>
    public IReadOnlyList<StepDescription> Enabled => _enabled;

    /// <summary>The strands that wait.</summary>
    public IReadOnlyList<Strand> Waiting => _waiting;

    public void Add(Strand strand)
    {
        if (strand.IsFree) Insert(strand);
        else _waiting.Add(strand);
    }

    /// <summary>Asks every waiting strand whether it could run now.</summary>
    public void Poll()
    {
        var kept = 0;
        for (var i = 0; i < _waiting.Count; i++)
        {
            var strand = _waiting[i];
            if (strand.IsEnabled) Insert(strand);
            else _waiting[kept++] = strand;
        }

        _waiting.RemoveRange(kept, _waiting.Count - kept);
    }

    /// <summary>Takes out the strand at this position of <see cref="Enabled"/>.</summary>
    public Strand Take(int index)
    {
        var strand = _ready[index];
        _ready.RemoveAt(index);
        _enabled.RemoveAt(index);
        return strand;
    }

    /// <summary>Takes out a strand, if it is in.</summary>
    public void Discard(Strand strand)
    {
        if (_waiting.Remove(strand)) return;
        var index = _ready.IndexOf(strand);
        if (index >= 0) Take(index);
    }

    /// <summary>Takes out a strand whose stack stands still; null when none does.</summary>
    public Strand? TakeStanding() => TakeStanding(_waiting) ?? TakeStanding(_ready);

    /// <summary>Whether something can run for this request or operation now.</summary>
    public bool HasEnabled(Operation operation)
    {
        foreach (var strand in _ready)
        {
            if (strand.Operation.Root == operation.Root) return true;
        }

        return false;
    }

    private static Strand? TakeStanding(List<Strand> strands)
    {
        var index = strands.FindIndex(static strand => strand.Owner is not null);
        if (index < 0) return null;
        var found = strands[index];
        strands.RemoveAt(index);
        return found;
    }

    private void Insert(Strand strand)
    {
        var index = _ready.Count;
        while (index > 0 && _ready[index - 1].Description.Id > strand.Description.Id) index--;
        _ready.Insert(index, strand);
        _enabled.Insert(index, strand.Description);
    }
}
