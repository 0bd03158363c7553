using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>The strands of a run: those that wait, and those that could run now, in the order in which they came to be.</summary>
internal sealed class StrandPool
{
    private readonly List<Strand> _waiting = [];
    private readonly List<Strand> _ready = [];
    private readonly List<StepDescription> _enabled = [];
    private readonly List<StepDescription> _offered = [];
    private readonly List<int> _positions = [];
    private bool _isPart;

    /// <summary>The strands that could run now and are offered, as a scheduler sees them.</summary>
    public IReadOnlyList<StepDescription> Enabled => _isPart ? _offered : _enabled;

    /// <summary>How many work items wait for a worker.</summary>
    public int PendingCount
    {
        get
        {
            var count = 0;
            foreach (var strand in _ready) count += IsWorkItem(strand) ? 1 : 0;
            return count;
        }
    }

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

    /// <summary>Says what <see cref="Enabled"/> offers: without a free worker nothing that needs one; in order of queueing, of the work items the first.</summary>
    /// <returns>Whether something is left out for want of a worker.</returns>
    public bool Offer(bool hasFreeWorker, bool isFifo)
    {
        _isPart = !hasFreeWorker || isFifo;
        if (!_isPart) return false;
        _offered.Clear();
        _positions.Clear();
        var (isStarved, hasWorkItem) = (false, false);
        for (var i = 0; i < _ready.Count; i++)
        {
            var strand = _ready[i];
            if (strand.NeedsWorker && !hasFreeWorker)
            {
                isStarved = true;
                continue;
            }

            if (isFifo && IsWorkItem(strand))
            {
                if (hasWorkItem) continue;
                hasWorkItem = true;
            }

            _offered.Add(strand.Description);
            _positions.Add(i);
        }

        return isStarved;
    }

    /// <summary>Takes out the strand at this position of <see cref="Enabled"/>.</summary>
    public Strand Take(int index)
    {
        if (_isPart)
        {
            index = _positions[index];
            _isPart = false;
        }

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

    private static bool IsWorkItem(Strand strand) => strand.NeedsWorker && strand.Description.Kind == StepKind.Start;

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
