using System.Diagnostics;
using System.Net.Http.Json;
using Load.Measuring;
using Load.Reporting;
using Load.Traffic;

namespace Load.Driving;

/// <summary>Sends the shop its traffic, then asks it what came of it.</summary>
public static class ShopRun
{
    /// <exception cref="HttpRequestException">The shop does not answer before or after the run.</exception>
    public static async Task<ShopReport> RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        using var http = Client.Connect(options.Concurrency);
        var before = await ReadStatsAsync(http, options.Shop, cancellationToken);
        var plan = TrafficPlan.Create(options.Seed, options.DurationSeconds, options.Rate, SkuPools.From(before));

        var clients = Enumerable.Range(0, options.Concurrency).Select(_ => new Client(http)).ToList();
        var elapsed = await SendAsync(plan, clients, options, cancellationToken);

        var after = await ReadStatsAsync(http, options.Shop, cancellationToken);
        return ShopReport.Of(options, Measurement.Of(Tally.Sum(clients.Select(c => c.Tally)), elapsed), Findings.Of(before, after));
    }

    // Each client takes the next request of the plan, waits until it is due, and sends it. When all clients are busy a
    // request is sent late; what is left when the time is over is not sent.
    private static async Task<TimeSpan> SendAsync(
        IReadOnlyList<PlannedRequest> plan, IReadOnlyList<Client> clients, LoadOptions options, CancellationToken cancellationToken)
    {
        var duration = TimeSpan.FromSeconds(options.DurationSeconds);
        var clock = Stopwatch.StartNew();
        var taken = 0;
        await Task.WhenAll(clients.Select(async client =>
        {
            while (Interlocked.Increment(ref taken) is var number && number <= plan.Count && clock.Elapsed < duration)
            {
                var request = plan[number - 1];
                var wait = TimeSpan.FromMilliseconds(request.DueMs) - clock.Elapsed;
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, cancellationToken);
                await client.SendAsync(request.Method, options.Shop.At(request.Path), cancellationToken);
            }
        }));
        return clock.Elapsed;
    }

    private static async Task<ShopStats> ReadStatsAsync(HttpMessageInvoker http, Target shop, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, shop.At("/stats"));
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<ShopStats>(cancellationToken) is { Skus.Count: > 0 } stats
            ? stats
            : throw new HttpRequestException("GET /stats names no sku.");
    }
}
