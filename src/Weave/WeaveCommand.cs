using System.Collections.Immutable;
using System.Text.Json;
using ReplayKit.Replayer.Weaving;

namespace ReplayKit.Weave;

/// <summary>Weaves what changed since the last call, and tells in the form that MSBuild reads.</summary>
internal static class WeaveCommand
{
    private const int Done = 0;
    private const int Failed = 1;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static int Run(WeaveArguments arguments)
    {
        var known = ReadReports(arguments.Report);
        var reports = new List<WeaveReport>();
        var woven = new List<WeaveReport>();
        foreach (var input in arguments.Assemblies.DistinctBy(static file => file.Name))
        {
            var output = Path.Combine(arguments.Output.FullName, input.Name);
            if (IsFresh(input, output) && known.TryGetValue(Path.GetFileNameWithoutExtension(input.Name), out var kept))
            {
                reports.Add(kept);
                continue;
            }

            if (Weave(new WeaveRequest(input.FullName, output, arguments.SearchDirectories)) is not { } report) return Failed;
            reports.Add(report);
            woven.Add(report);
        }

        Directory.CreateDirectory(arguments.Report.DirectoryName!);
        File.WriteAllText(arguments.Report.FullName, JsonSerializer.Serialize(reports, Json));
        Tell(woven, arguments.Report.FullName);
        return Done;
    }

    private static WeaveReport? Weave(WeaveRequest request)
    {
        try
        {
            return Weaver.Weave(request);
        }
        catch (WeaveException exception)
        {
            Console.Error.WriteLine($"replaykit-weave : error RK1001: {exception.Message}");
            return null;
        }
    }

    private static void Tell(List<WeaveReport> woven, string reportPath)
    {
        if (woven.Count == 0) return;
        var skipped = woven.Sum(static report => report.Skipped.Length);
        Console.WriteLine(
            $"ReplayKit wove {string.Join(", ", woven.Select(static report => report.Assembly))}: {woven.Sum(static report => report.Awaits)} awaits, "
            + $"{woven.Sum(static report => report.Calls.Values.Sum())} calls, {skipped} skipped ({reportPath})");
        foreach (var site in woven.SelectMany(static report => report.Skipped))
            Console.WriteLine($"replaykit-weave : message RK1002: {site.Method}: {site.What} is not controlled: {site.Reason}.");
    }

    private static bool IsFresh(FileInfo input, string output)
    {
        var written = new FileInfo(output);
        var tool = new FileInfo(typeof(Weaver).Assembly.Location);
        return written.Exists && written.LastWriteTimeUtc >= input.LastWriteTimeUtc && written.LastWriteTimeUtc >= tool.LastWriteTimeUtc;
    }

    private static ImmutableDictionary<string, WeaveReport> ReadReports(FileInfo file)
    {
        if (!file.Exists) return ImmutableDictionary<string, WeaveReport>.Empty;
        try
        {
            var reports = JsonSerializer.Deserialize<WeaveReport[]>(File.ReadAllText(file.FullName), Json) ?? [];
            return reports.ToImmutableDictionary(static report => report.Assembly);
        }
        catch (JsonException)
        {
            // A report cut short by a killed build: everything is woven again.
            return ImmutableDictionary<string, WeaveReport>.Empty;
        }
    }
}
