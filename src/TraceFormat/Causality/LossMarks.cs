using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>How many lost events may have belonged to a request: all those of gaps that overlap it in time, whatever the thread.</summary>
/// <remarks>What a thread did in a gap, and for whom, is not known; so every request that was running then is marked.</remarks>
internal sealed class LossMarks
{
    private readonly List<LostEvents> _losses = [];

    internal void Take(in RecordedEvent lost) => _losses.Add(LostEvents.Of(lost));

    /// <summary>Marks the requests.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="endNs">Until when requests without an end ran.</param>
    internal ImmutableArray<RecordedRequest> Mark(ImmutableArray<RecordedRequest> requests, long endNs)
    {
        if (_losses.Count == 0) return requests;
        // Overlapping = all that began before the request's end, less those that ended before its begin.
        var begins = Sums(_losses.OrderBy(static lost => lost.FromNs), static lost => lost.FromNs);
        var ends = Sums(_losses.OrderBy(static lost => lost.ToNs), static lost => lost.ToNs);
        return [.. requests.Select(request => request with { EventsLost = SumUntil(begins, request.StopNs ?? endNs) - SumUntil(ends, request.StartNs - 1) })];
    }

    private static List<(long TimeNs, long Sum)> Sums(IEnumerable<LostEvents> sorted, Func<LostEvents, long> timeOf)
    {
        var sum = 0L;
        return [.. sorted.Select(lost => (timeOf(lost), sum += lost.Count))];
    }

    private static long SumUntil(List<(long TimeNs, long Sum)> sums, long timeNs)
    {
        var (low, high) = (0, sums.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sums[middle].TimeNs <= timeNs) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? 0 : sums[low - 1].Sum;
    }
}
