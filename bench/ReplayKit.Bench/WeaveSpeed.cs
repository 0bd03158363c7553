using System.Diagnostics;
using ReplayKit.Replayer.Weaving;

namespace Bench;

/// <summary>How long weaving takes, per megabyte of assembly.</summary>
internal static class WeaveSpeed
{
    private const int RunCount = 5;
    private const double BytesPerMegabyte = 1e6;

    public static Task<IReadOnlyList<Figure>> MeasureAsync(BenchOptions options, CancellationToken cancellation)
    {
        var figures = new List<Figure>();
        foreach (var path in new[] { Repository.SampleAssembly("Shop", "Microsoft.EntityFrameworkCore"), Repository.SampleAssembly("Shop", "Shop") })
        {
            Weave(path);
            var megabytes = new FileInfo(path).Length / BytesPerMegabyte;
            var runs = Enumerable.Range(0, RunCount).Select(_ => Weave(path) / megabytes).ToList();
            figures.Add(Figure.Of("weave", $"{Path.GetFileNameWithoutExtension(path)} ({megabytes:N2} MB)", "s/MB", runs));
        }

        return Task.FromResult<IReadOnlyList<Figure>>(figures);
    }

    private static double Weave(string path)
    {
        var output = Path.Combine(Path.GetTempPath(), $"replaykit-bench-{Environment.ProcessId}", Path.GetFileName(path));
        var started = Stopwatch.GetTimestamp();
        Weaver.Weave(new WeaveRequest(path, output, [Path.GetDirectoryName(path)!, Repository.AspNetCoreFolder]));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Directory.Delete(Path.GetDirectoryName(output)!, recursive: true);
        return seconds;
    }
}
