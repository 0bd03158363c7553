using Load.Measuring;

namespace Load.Reporting;

/// <summary>The figures of a run. Latencies are in milliseconds.</summary>
public sealed record Measurement
{
    public required double Seconds { get; init; }

    public required long Requests { get; init; }

    public required double RequestsPerSecond { get; init; }

    public required double P50Ms { get; init; }

    public required double P99Ms { get; init; }

    public required double MaxMs { get; init; }

    public required long Errors { get; init; }

    public required string? FirstError { get; init; }

    public required IReadOnlyDictionary<int, long> Statuses { get; init; }

    public static Measurement Of(Tally tally, TimeSpan elapsed) => new()
    {
        Seconds = Math.Round(elapsed.TotalSeconds, 3),
        Requests = tally.Latencies.Count,
        RequestsPerSecond = Math.Round(tally.Latencies.Count / elapsed.TotalSeconds, 1),
        P50Ms = Math.Round(tally.Latencies.Percentile(0.50).TotalMilliseconds, 3),
        P99Ms = Math.Round(tally.Latencies.Percentile(0.99).TotalMilliseconds, 3),
        MaxMs = Math.Round(tally.Latencies.Max.TotalMilliseconds, 3),
        Errors = tally.Errors,
        FirstError = tally.FirstError,
        Statuses = tally.Statuses,
    };
}
