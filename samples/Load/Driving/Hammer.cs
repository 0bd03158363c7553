using System.Diagnostics;
using Load.Measuring;
using Load.Reporting;

namespace Load.Driving;

/// <summary>Calls one path as fast as it answers.</summary>
public static class Hammer
{
    private const int RequestsPerClientMax = 2_000_000;

    // A path that does not exist, or a shop that went away, is no measurement: stop early.
    private const int ErrorsPerClientMax = 100;

    /// <exception cref="HttpRequestException">Not a single request was answered.</exception>
    public static async Task<EndpointReport> RunAsync(LoadOptions options, Uri address, CancellationToken cancellationToken)
    {
        using var http = Client.Connect(options.Concurrency);
        var clients = Enumerable.Range(0, options.Concurrency).Select(_ => new Client(http)).ToList();
        await CallAsync(clients, address, TimeSpan.FromSeconds(options.WarmUpSeconds), cancellationToken);
        foreach (var client in clients)
            client.StartAfresh();

        var elapsed = await CallAsync(clients, address, TimeSpan.FromSeconds(options.DurationSeconds), cancellationToken);
        var tally = Tally.Sum(clients.Select(c => c.Tally));
        if (tally.Statuses.Count == 0)
            throw new HttpRequestException(tally.FirstError ?? "not one request was answered.");
        return EndpointReport.Of(options, Measurement.Of(tally, elapsed));
    }

    private static async Task<TimeSpan> CallAsync(
        IReadOnlyList<Client> clients, Uri address, TimeSpan duration, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(clients.Select(client => Task.Run(
            async () =>
            {
                for (var sent = 0; sent < RequestsPerClientMax && clock.Elapsed < duration && client.Tally.Errors < ErrorsPerClientMax; sent++)
                    await client.SendAsync(HttpMethod.Get, address, cancellationToken);
            },
            cancellationToken)));
        return clock.Elapsed;
    }}
