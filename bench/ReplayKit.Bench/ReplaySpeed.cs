using System.Diagnostics;
using ReplayKit;

namespace Bench;

/// <summary>How many replays a second a saved incident takes, with a handler of the bench instead of a web host: the engine's own cost.</summary>
internal static class ReplaySpeed
{
    private const int RunCount = 5;
    private const int ReplayCount = 300;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(BenchOptions options, CancellationToken cancellation)
    {
        var runner = IncidentRunner.Load("traces/price-cache-stampede");
        await MeasureAsync(runner);
        var runs = new List<double>();
        for (var i = 0; i < RunCount; i++) runs.Add(await MeasureAsync(runner));
        return [Figure.Of("replay", "incident without a host", "replays/s", runs)];
    }

    private static async Task<double> MeasureAsync(IncidentRunner runner)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < ReplayCount; i++) await runner.RunAsync(static replay => replay.RunAsync(static _ => HandleAsync()));
        return ReplayCount / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task HandleAsync()
    {
        await Task.Delay(45);
        await Task.Yield();
    }
}
