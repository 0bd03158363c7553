using System.Numerics;

namespace Load.Measuring;

/// <summary>
/// Counts latencies in buckets that grow with the value: memory is fixed, and a percentile is off by 1.6 % at most.
/// Not safe for several threads; each client has its own, and they are added up at the end.
/// </summary>
public sealed class LatencyHistogram
{
    // Below 2 * 64 us each microsecond has a bucket; above, each power of two is split into 64.
    private const int SubBucketBits = 6;
    private const int SubBuckets = 1 << SubBucketBits;
    private const int BucketCount = (64 - SubBucketBits) * SubBuckets + SubBuckets;

    private readonly long[] _counts = new long[BucketCount];

    public long Count { get; private set; }

    public TimeSpan Max { get; private set; }

    public void Add(TimeSpan latency)
    {
        _counts[BucketOf(Microseconds(latency))]++;
        Count++;
        if (latency > Max)
            Max = latency;
    }

    public void Add(LatencyHistogram other)
    {
        for (var bucket = 0; bucket < BucketCount; bucket++)
            _counts[bucket] += other._counts[bucket];
        Count += other.Count;
        if (other.Max > Max)
            Max = other.Max;
    }

    /// <summary>The latency that a share of the requests did not exceed; zero when there were none.</summary>
    /// <param name="share">From 0 to 1: 0.5 for the median.</param>
    public TimeSpan Percentile(double share)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(share * Count));
        long seen = 0;
        for (var bucket = 0; bucket < BucketCount; bucket++)
        {
            seen += _counts[bucket];
            if (seen >= wanted)
                return TimeSpan.FromMicroseconds(Math.Min(LargestOf(bucket), Max.TotalMicroseconds));
        }

        return TimeSpan.Zero;
    }

    private static ulong Microseconds(TimeSpan latency) => (ulong)Math.Max(0, latency.Ticks / TimeSpan.TicksPerMicrosecond);

    private static int BucketOf(ulong microseconds)
    {
        var shift = Math.Max(0, BitOperations.Log2(microseconds | 1) - SubBucketBits);
        return shift * SubBuckets + (int)(microseconds >> shift);
    }

    private static double LargestOf(int bucket)
    {
        var shift = Math.Max(0, bucket / SubBuckets - 1);
        var first = (ulong)(bucket - shift * SubBuckets) << shift;
        return first + ((1UL << shift) - 1);
    }
}
