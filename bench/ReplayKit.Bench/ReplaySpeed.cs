using System.Diagnostics;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ReplayKit;
using Shop.Incidents;
using Shop.Prices;

namespace Bench;

/// <summary>How many replays a second a saved incident takes, each on a fresh host of the service, as a test does it.</summary>
internal static class ReplaySpeed
{
    private const int RunCount = 5;
    private const int ReplayCount = 20;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(BenchOptions options, CancellationToken cancellation)
    {
        // Where a factory looks for the service's files; a test project's own build tells it.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_SHOP", Path.Combine(Repository.Root, "samples", "Shop"));
        var runner = IncidentRunner.Load("traces/price-cache-stampede");
        await MeasureAsync(runner);
        var runs = new List<double>();
        for (var i = 0; i < RunCount; i++) runs.Add(await MeasureAsync(runner));
        return [Figure.Of("replay", "incident, each on a fresh host", "replays/s", runs)];
    }

    private static async Task<double> MeasureAsync(IncidentRunner runner)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < ReplayCount; i++) await runner.RunAsync(ReplayAsync);
        return ReplayCount / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task ReplayAsync(Replay replay)
    {
        // Any type of the service names it; its Program has the name of ours.
        await using var app = replay.Host<PriceCache>(static web => web
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .ConfigureTestServices(static services => services.ConfigureHttpClientDefaults(
                static client => client.ConfigurePrimaryHttpMessageHandler(static () => new UpstreamStub()))));
        var result = await replay.RunAsync();
        if (result.Fidelity < 1) throw new InvalidOperationException($"The replay kept {result.Fidelity:P0} of the recorded order: what it takes says nothing.");
    }
}
