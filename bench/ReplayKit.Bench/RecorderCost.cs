using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Bench;

/// <summary>
/// What recording costs the recorded process: throughput and 99th percentile with a recorder attached, relative to the same process without it. All
/// recorders take turns on one target in each round: ours at each tier, dotnet-trace, and a program that only copies the events to a file. Processor time
/// is told as well, because it hardly depends on what else the machine does.
/// </summary>
internal static class RecorderCost
{
    private const int ConnectionCount = 16;
    private const int AttachSeconds = 2;
    private const double BytesPerMegabyte = 1e6;
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
        var variants = await RecorderVariant.AllAsync();
        var results = variants.ToDictionary(static variant => variant, static _ => new List<Measured>());
        for (var pair = 0; pair < options.Pairs; pair++)
        {
            foreach (var variant in variants)
            {
                // The machine is shared and its speed drifts: each attached run has its own unattached one right before it.
                var alone = await LoadAsync(shop, endpoint, options, cancellation);
                results[variant].Add(await RecordedLoadAsync(shop, endpoint, (variant, alone), options, cancellation));
            }
        }

        return [.. results.SelectMany(result => Figures($"{endpoint} {result.Key.Name}", result.Value))];
    }

    private static IEnumerable<Figure> Figures(string name, List<Measured> runs)
    {
        yield return Figure.Of("recorder", $"{name}: throughput, attached / unattached", "ratio", [.. runs.Select(static run => run.Throughput)]);
        yield return Figure.Of("recorder", $"{name}: p99, attached / unattached", "ratio", [.. runs.Select(static run => run.P99)]);
        yield return Figure.Of("recorder", $"{name}: CPU per request of the target, attached / unattached", "ratio", [.. runs.Select(static run => run.TargetCpu)]);
        yield return Figure.Of("recorder", $"{name}: CPU of the recorder", "% of the target's", [.. runs.Select(static run => 100 * run.RecorderCpu)]);
        yield return Figure.Of("recorder", $"{name}: memory of the recorder", "MB", [.. runs.Select(static run => run.PeakBytes / BytesPerMegabyte)]);
        if (runs.TrueForAll(static run => run.Summary is null)) yield break;
        yield return Figure.Of("recorder", $"{name}: size", "bytes/event", [.. runs.Select(static run => Number(run.Summary!.Value, "bytesPerEvent"))]);
        yield return Figure.Of("recorder", $"{name}: events lost", "% of all", [.. runs.Select(static run => run.LostPercent)]);
    }

    private static async Task<Measured> RecordedLoadAsync(
        Service shop, string endpoint, (RecorderVariant Variant, Load Alone) run, BenchOptions options, CancellationToken cancellation)
    {
        var file = Path.Combine(Path.GetTempPath(), $"replaykit-bench-{Environment.ProcessId}{run.Variant.Extension}");
        using var recorder = run.Variant.Start(shop.ProcessId, options.Seconds + (2 * AttachSeconds), file);
        var output = recorder.StandardOutput.ReadToEndAsync(cancellation);
        await Task.Delay(TimeSpan.FromSeconds(AttachSeconds), cancellation);
        var recorderBefore = recorder.TotalProcessorTime;
        var load = await LoadAsync(shop, endpoint, options, cancellation);
        var (recorderCpu, peak) = recorder.HasExited ? (TimeSpan.Zero, 0) : (recorder.TotalProcessorTime - recorderBefore, PeakBytes(recorder));
        await recorder.WaitForExitAsync(cancellation);
        File.Delete(file);
        if (recorder.ExitCode != 0) throw new InvalidOperationException($"{run.Variant.Name} ended with {recorder.ExitCode}: {await output}");
        JsonElement? summary = run.Variant.HasSummary ? JsonDocument.Parse(await output).RootElement : null;
        return new Measured(load.PerSecond / run.Alone.PerSecond, load.P99Ms / run.Alone.P99Ms, peak, summary)
        {
            TargetCpu = load.CpuPerRequest / run.Alone.CpuPerRequest,
            RecorderCpu = recorderCpu / load.Cpu,
        };
    }

    // Asked while it runs: a process that has ended has no memory any more.
    private static long PeakBytes(Process process)
    {
        process.Refresh();
        return process.PeakWorkingSet64;
    }

    private static async Task<Load> LoadAsync(Service shop, string endpoint, BenchOptions options, CancellationToken cancellation)
    {
        var before = shop.Cpu;
        var result = await ToolRun.JsonAsync(
            Repository.SampleAssembly("Load", "Load"), cancellation,
            "--shop", shop.Address, "--endpoint", endpoint, "--concurrency", Invariant(ConnectionCount), "--duration", Invariant(options.Seconds), "--json");
        var measured = result.TryGetProperty("measured", out var inner) ? inner : result;
        return new Load(Number(measured, "requestsPerSecond"), Number(measured, "p99Ms"), Number(measured, "requests"), shop.Cpu - before);
    }

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Load(double PerSecond, double P99Ms, double Requests, TimeSpan Cpu)
    {
        public double CpuPerRequest => Cpu.TotalSeconds / Requests;
    }

    private sealed record Measured(double Throughput, double P99, long PeakBytes, JsonElement? Summary)
    {
        public double TargetCpu { get; init; }

        public double RecorderCpu { get; init; }

        public double LostPercent
        {
            get
            {
                var completeness = Summary!.Value.GetProperty("completeness");
                var lost = Number(completeness, "eventsLost");
                return 100 * lost / (lost + Number(completeness, "eventsKept"));
            }
        }
    }
}
