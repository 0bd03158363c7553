using System.Globalization;

namespace Bench;

/// <summary>A minute at the most requests that the machine gives, at tier tasks: whether anything is lost, and what the recorder needs.</summary>
internal static class SustainedRecording
{
    private const int Seconds = 60;
    private const int AttachSeconds = 1;
    private const int ConnectionCount = 16;
    private const double BytesPerMegabyte = 1e6;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(BenchOptions options, CancellationToken cancellation)
    {
        using var upstream = await Service.StartAsync("Upstream");
        using var shop = await Service.StartAsync("Shop", "--Upstream:BaseAddress", upstream.Address);
        var file = Path.Combine(Path.GetTempPath(), $"replaykit-bench-{Environment.ProcessId}.rktrace");
        var recording = ToolRun.JsonAsync(
            Repository.Recorder, cancellation, "record", "--pid", Invariant(shop.ProcessId), "--duration", $"{Invariant(Seconds + (2 * AttachSeconds))}s", "-o", file, "--force", "--json");
        await Task.Delay(TimeSpan.FromSeconds(AttachSeconds), cancellation);
        var load = await ToolRun.JsonAsync(
            Repository.SampleAssembly("Load", "Load"), cancellation,
            "--shop", shop.Address, "--endpoint", "/ping", "--concurrency", Invariant(ConnectionCount), "--duration", Invariant(Seconds), "--json");
        var summary = await recording;
        File.Delete(file);
        var measured = load.GetProperty("measured");
        var completeness = summary.GetProperty("completeness");
        return
        [
            Figure.Of("sustained", "/ping, load", "requests/s", [measured.GetProperty("requestsPerSecond").GetDouble()]),
            Figure.Of("sustained", "/ping, recorded", "requests", [summary.GetProperty("requests").GetDouble()]),
            Figure.Of("sustained", "/ping, kept", "events/s", [completeness.GetProperty("eventsKept").GetDouble() / Seconds]),
            Figure.Of("sustained", "/ping, lost", "events", [completeness.GetProperty("eventsLost").GetDouble()]),
            Figure.Of("sustained", "/ping, file", "MB", [summary.GetProperty("bytes").GetDouble() / BytesPerMegabyte]),
            Figure.Of("sustained", "/ping, size", "bytes/event", [summary.GetProperty("bytesPerEvent").GetDouble()]),
        ];
    }

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);
}
