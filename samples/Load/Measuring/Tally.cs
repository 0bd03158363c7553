using System.Net;

namespace Load.Measuring;

/// <summary>What one client, or all of them together, saw.</summary>
public sealed class Tally
{
    private readonly SortedDictionary<int, long> _statuses = [];

    public LatencyHistogram Latencies { get; } = new();

    /// <summary>How often each status was answered.</summary>
    public IReadOnlyDictionary<int, long> Statuses => _statuses;

    /// <summary>Requests that got no answer, or one that a shop in order does not give.</summary>
    public long Errors { get; private set; }

    public string? FirstError { get; private set; }

    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        var sum = new Tally();
        foreach (var tally in tallies)
        {
            sum.Latencies.Add(tally.Latencies);
            sum.Errors += tally.Errors;
            sum.FirstError ??= tally.FirstError;
            foreach (var (status, count) in tally._statuses)
                sum._statuses[status] = sum._statuses.GetValueOrDefault(status) + count;
        }

        return sum;
    }

    public void Answered(HttpStatusCode status, TimeSpan latency)
    {
        Latencies.Add(latency);
        _statuses[(int)status] = _statuses.GetValueOrDefault((int)status) + 1;
        if (!IsExpected(status))
            Fail($"answered {(int)status}");
    }

    public void Failed(string reason, TimeSpan latency)
    {
        Latencies.Add(latency);
        Fail(reason);
    }

    // Sold out and payment refused are answers like any other.
    private static bool IsExpected(HttpStatusCode status) =>
        (int)status is >= 200 and < 300 || status is HttpStatusCode.Conflict or HttpStatusCode.PaymentRequired;

    private void Fail(string reason)
    {
        Errors++;
        FirstError ??= reason;
    }
}
