using System.Globalization;
using System.Text.Json;

namespace Bench;

/// <summary>
/// What recording costs the recorded process: throughput and 99th percentile with the recorder attached, relative to the same process without it,
/// in pairs of runs that take turns.
/// </summary>
internal static class RecorderCost
{
    private const int ConnectionCount = 16;
    private const int AttachSeconds = 2;
    private static readonly string[] Endpoints = ["/ping", "/work", "/stock/200"];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(BenchOptions options, CancellationToken cancellation)
    {
        using var upstream = await Service.StartAsync("Upstream");
        using var shop = await Service.StartAsync("Shop", "--Upstream:BaseAddress", upstream.Address);
        var figures = new List<Figure>();
        foreach (var endpoint in Endpoints) figures.AddRange(await MeasureAsync(shop, endpoint, options, cancellation));
        return figures;
    }

    private static async Task<List<Figure>> MeasureAsync(Service shop, string endpoint, BenchOptions options, CancellationToken cancellation)
    {
        await LoadAsync(shop, endpoint, options, cancellation);
        var (throughput, latency, bytes, lost) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var pair = 0; pair < options.Pairs; pair++)
        {
            var alone = await LoadAsync(shop, endpoint, options, cancellation);
            var (attached, recording) = await RecordedLoadAsync(shop, endpoint, options, cancellation);
            throughput.Add(attached.PerSecond / alone.PerSecond);
            latency.Add(attached.P99Ms / alone.P99Ms);
            bytes.Add(recording.BytesPerEvent);
            lost.Add(recording.LostShare);
        }

        return
        [
            Figure.Of("recorder", $"{endpoint} throughput, attached / unattached", "ratio", throughput),
            Figure.Of("recorder", $"{endpoint} p99, attached / unattached", "ratio", latency),
            Figure.Of("recorder", $"{endpoint} size", "bytes/event", bytes),
            Figure.Of("recorder", $"{endpoint} events lost", "% of all", [.. lost.Select(static share => 100 * share)]),
        ];
    }

    private static async Task<(Load Load, RecordingSize Recording)> RecordedLoadAsync(
        Service shop, string endpoint, BenchOptions options, CancellationToken cancellation)
    {
        var file = Path.Combine(Path.GetTempPath(), $"replaykit-bench-{Environment.ProcessId}.rktrace");
        var recorder = ToolRun.JsonAsync(
            Repository.Recorder, cancellation, "record", "--pid", Invariant(shop.ProcessId), "--duration", $"{options.Seconds + (2 * AttachSeconds)}s", "-o", file, "--force", "--json");
        await Task.Delay(TimeSpan.FromSeconds(AttachSeconds), cancellation);
        var load = await LoadAsync(shop, endpoint, options, cancellation);
        var summary = await recorder;
        File.Delete(file);
        var (events, lost) = (summary.GetProperty("events").GetInt64(), summary.GetProperty("completeness").GetProperty("eventsLost").GetInt64());
        return (load, new RecordingSize((double)summary.GetProperty("bytes").GetInt64() / events, (double)lost / (events + lost)));
    }

    private static async Task<Load> LoadAsync(Service shop, string endpoint, BenchOptions options, CancellationToken cancellation)
    {
        var result = await ToolRun.JsonAsync(
            Repository.SampleAssembly("Load", "Load"), cancellation,
            "--shop", shop.Address, "--endpoint", endpoint, "--concurrency", Invariant(ConnectionCount), "--duration", Invariant(options.Seconds), "--json");
        var measured = result.TryGetProperty("measured", out var inner) ? inner : result;
        return new Load(Number(measured, "requestsPerSecond"), Number(measured, "p99Ms"));
    }

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Load(double PerSecond, double P99Ms);

    private readonly record struct RecordingSize(double BytesPerEvent, double LostShare);
}
