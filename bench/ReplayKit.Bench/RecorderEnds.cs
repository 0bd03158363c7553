using System.Diagnostics;
using System.Globalization;

namespace Bench;

/// <summary>
/// The two ends of a recording: how long until the first event, and how long the target holds requests up while the recording stops, beside the same
/// span of time without a recorder. The target is under load.
/// </summary>
internal static class RecorderEnds
{
    private const string Endpoint = "/ping";
    private const int ConnectionCount = 8;
    private const int RecordSeconds = 2;
    private static readonly TimeSpan ProbeLength = TimeSpan.FromSeconds(4);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(BenchOptions options, CancellationToken cancellation)
    {
        using var upstream = await Service.StartAsync("Upstream");
        using var shop = await Service.StartAsync("Shop", "--Upstream:BaseAddress", upstream.Address);
        using var client = new HttpClient { BaseAddress = new Uri(shop.Address) };
        await LongestAsync(client, cancellation);
        var (first, stop, with, without) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var pair = 0; pair < options.Pairs; pair++)
        {
            without.Add(await UnderLoadAsync(shop, client, cancellation));
            var recording = RecordAsync(shop, cancellation);
            with.Add(await UnderLoadAsync(shop, client, cancellation));
            var summary = await recording;
            first.Add(summary.FirstMs);
            stop.Add(summary.StopMs);
        }

        return
        [
            Figure.Of("ends", "call to first event", "ms", first),
            Figure.Of("ends", "end of listening to closed file", "ms", stop),
            Figure.Of("ends", "longest request while recording starts and stops", "ms", with),
            Figure.Of("ends", "longest request without a recorder", "ms", without),
        ];
    }

    private static async Task<(double FirstMs, double StopMs)> RecordAsync(Service shop, CancellationToken cancellation)
    {
        var file = Path.Combine(Path.GetTempPath(), $"replaykit-bench-{Environment.ProcessId}.rktrace");
        var summary = await ToolRun.JsonAsync(
            Repository.Recorder, cancellation, "record", "--pid", shop.ProcessId.ToString(CultureInfo.InvariantCulture), "--duration", $"{RecordSeconds}s", "-o", file, "--force", "--json");
        File.Delete(file);
        return (summary.GetProperty("firstEventMs").GetDouble(), summary.GetProperty("stopMs").GetDouble());
    }

    private static async Task<double> UnderLoadAsync(Service shop, HttpClient client, CancellationToken cancellation)
    {
        var load = ToolRun.JsonAsync(
            Repository.SampleAssembly("Load", "Load"), cancellation, "--shop", shop.Address, "--rate", "100", "--concurrency",
            ConnectionCount.ToString(CultureInfo.InvariantCulture), "--duration", ((int)ProbeLength.TotalSeconds).ToString(CultureInfo.InvariantCulture), "--json");
        var longest = await LongestAsync(client, cancellation);
        await load;
        return longest;
    }

    // One request after the other: each pause of the process is one slow answer.
    private static async Task<double> LongestAsync(HttpClient client, CancellationToken cancellation)
    {
        var longest = TimeSpan.Zero;
        for (var whole = Stopwatch.StartNew(); whole.Elapsed < ProbeLength;)
        {
            var one = Stopwatch.StartNew();
            await client.GetStringAsync(new Uri(Endpoint, UriKind.Relative), cancellation);
            if (one.Elapsed > longest) longest = one.Elapsed;
        }

        return longest.TotalMilliseconds;
    }
}
