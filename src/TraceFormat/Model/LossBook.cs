namespace ReplayKit.TraceFormat.Model;

/// <summary>Sums up the losses of a recording while its events go by.</summary>
public sealed class LossBook
{
    private readonly List<LostEvents> _losses = [];

    /// <summary>Events lost so far.</summary>
    public long Count { get; private set; }

    /// <summary>Takes any event; those that tell of no loss change nothing.</summary>
    public void Take(in RecordedEvent recorded)
    {
        if (recorded.Kind != RecordedEventKind.EventsLost) return;
        var lost = LostEvents.Of(recorded);
        Count += lost.Count;
        if (_losses.Count < Completeness.LossCountMax) _losses.Add(lost);
        else _losses[^1] = Join(_losses[^1], lost);
    }

    /// <summary>Adds what was lost to what is known of completeness.</summary>
    public Completeness Complete(Completeness completeness)
    {
        ArgumentNullException.ThrowIfNull(completeness);
        return completeness with { EventsLost = completeness.EventsLost + Count, Losses = [.. _losses] };
    }

    private static LostEvents Join(LostEvents first, LostEvents second) =>
        new(0, Math.Min(first.FromNs, second.FromNs), Math.Max(first.ToNs, second.ToNs), first.Count + second.Count);
}
