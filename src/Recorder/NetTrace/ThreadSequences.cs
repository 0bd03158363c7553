namespace ReplayKit.Recorder.NetTrace;

/// <summary>Counts, per thread, the events that a thread wanted to write and that never came.</summary>
/// <remarks>A thread numbers all events that it wants to write from 1, also those for which no buffer was left: a gap in the numbers is a loss.</remarks>
internal sealed class ThreadSequences
{
    private readonly Dictionary<long, Place> _threads = [];
    private Place? _last;

    /// <summary>Events lost so far.</summary>
    internal long LostCount { get; private set; }

    /// <summary>Takes an event's number.</summary>
    /// <returns>Whether events were lost before it.</returns>
    internal bool OnEvent(long threadId, int sequence, long timeNs, out LostRun lost)
    {
        var place = _last is { } last && last.ThreadId == threadId ? last : _last = PlaceOf(threadId);
        return Advance(place, unchecked(sequence - 1), sequence, timeNs, out lost);
    }

    /// <summary>Takes the number that a thread had reached at a point at which all its events until then had been written or dropped.</summary>
    /// <returns>Whether events were lost before it.</returns>
    internal bool OnPoint(long threadId, int sequence, long timeNs, out LostRun lost) =>
        Advance(PlaceOf(threadId), sequence, sequence, timeNs, out lost);

    private Place PlaceOf(long threadId)
    {
        if (!_threads.TryGetValue(threadId, out var place)) _threads.Add(threadId, place = new Place(threadId));
        return place;
    }

    // The numbers wrap around. One that lies behind says that the id was given to a new thread.
    private bool Advance(Place place, int expected, int reached, long timeNs, out LostRun lost)
    {
        var count = unchecked(expected - place.Sequence);
        lost = new LostRun(place.ThreadId, place.TimeNs, timeNs, count);
        place.Sequence = reached;
        place.TimeNs = timeNs;
        if (count <= 0) return false;
        LostCount += count;
        return true;
    }

    private sealed class Place(long threadId)
    {
        internal long ThreadId { get; } = threadId;

        internal int Sequence { get; set; }

        internal long TimeNs { get; set; }
    }
}
