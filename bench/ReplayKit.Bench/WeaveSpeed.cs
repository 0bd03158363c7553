using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ReplayKit.Replayer.Weaving;

namespace Bench;

/// <summary>How long weaving takes, per megabyte of assembly and per megabyte of IL in it.</summary>
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
            var (megabytes, ilMegabytes) = (new FileInfo(path).Length / BytesPerMegabyte, IlBytes(path) / BytesPerMegabyte);
            var runs = Enumerable.Range(0, RunCount).Select(_ => Weave(path)).ToList();
            var name = Path.GetFileNameWithoutExtension(path);
            figures.Add(Figure.Of("weave", $"{name}, per MB of assembly ({megabytes:N2} MB)", "s/MB", [.. runs.Select(run => run.Seconds / megabytes)]));
            figures.Add(Figure.Of("weave", $"{name}, per MB of IL ({ilMegabytes:N3} MB)", "s/MB", [.. runs.Select(run => run.Seconds / ilMegabytes)]));
            figures.Add(Figure.Of("weave", $"{name}, processor time per MB of IL", "s/MB", [.. runs.Select(run => run.CpuSeconds / ilMegabytes)]));
        }

        return Task.FromResult<IReadOnlyList<Figure>>(figures);
    }

    // The bodies of the methods alone: no metadata, no resources.
    private static long IlBytes(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        var metadata = image.GetMetadataReader();
        return metadata.MethodDefinitions
            .Select(handle => metadata.GetMethodDefinition(handle).RelativeVirtualAddress)
            .Where(static address => address != 0)
            .Sum(address => (long)image.GetMethodBody(address).GetILReader().Length);
    }

    // Processor time as well: it hardly depends on what else the machine does.
    private static (double Seconds, double CpuSeconds) Weave(string path)
    {
        var output = Path.Combine(Path.GetTempPath(), $"replaykit-bench-{Environment.ProcessId}", Path.GetFileName(path));
        var (started, cpuBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        Weaver.Weave(new WeaveRequest(path, output, [Path.GetDirectoryName(path)!, Repository.AspNetCoreFolder]));
        var (seconds, cpuSeconds) = (Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds);
        Directory.Delete(Path.GetDirectoryName(output)!, recursive: true);
        return (seconds, cpuSeconds);
    }
}
