using System.Text;

namespace Load.Reporting;

/// <summary>Writes a report for a person.</summary>
public static class ShopSummary
{
    public static string Of(ShopReport report)
    {
        var measured = report.Measured;
        var clients = report.Concurrency == 1 ? "1 client" : $"{report.Concurrency} clients";
        var text = new StringBuilder()
            .AppendLine($"{report.Shop}, {measured.Seconds:0.0} s, {clients}, seed {report.Seed}")
            .AppendLine($"requests  {measured.Requests} ({measured.RequestsPerSecond:0.0}/s), {measured.Errors} errors{Reason(measured)}")
            .AppendLine($"answers   {string.Join(", ", measured.Statuses.Select(s => $"{s.Value} x {s.Key}"))}")
            .AppendLine($"latency   p50 {measured.P50Ms:0.0} ms, p99 {measured.P99Ms:0.0} ms, max {measured.MaxMs:0.0} ms");

        foreach (var fetch in report.FetchedMoreThanOnce)
            text.AppendLine($"sku {fetch.Sku} fetched {fetch.Fetches} times");
        if (report.FetchedMoreThanOnce.Count == 0)
            text.AppendLine("no price was fetched more than once");

        foreach (var sale in report.Oversold)
            text.AppendLine($"sku {sale.Sku}: {sale.Accepted} accepted of {sale.Stock}");
        if (report.Oversold.Count == 0)
            text.AppendLine("nothing was oversold");
        return text.ToString().TrimEnd();
    }

    private static string Reason(Measurement measured) => measured.FirstError is { } reason ? $" (the first: {reason})" : "";
}
