using System.Diagnostics;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace Bench;

/// <summary>How fast one core writes and reads a recording, and how large it is: the events of a real one, repeated.</summary>
internal static class FormatSpeed
{
    private const int RunCount = 7;
    private const int EventCount = 1_000_000;
    private const int Seed = 20_260_304;
    private const int HeapSampleCount = 10;
    private const double BytesPerMegabyte = 1e6;

    public static Task<IReadOnlyList<Figure>> MeasureAsync(BenchOptions options, CancellationToken cancellation)
    {
        var source = RecordingFile.Read(Path.Combine(Repository.Root, "traces", "price-cache-stampede", IncidentFolder.RecordingFileName));
        var events = new RepeatedRecording(source.Events, Seed).Make(EventCount);
        var folder = Directory.CreateTempSubdirectory("replaykit-bench-");
        try
        {
            return Task.FromResult(Measure(Path.Combine(folder.FullName, IncidentFolder.RecordingFileName), source, events));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<Figure> Measure(string path, Recording source, RecordedEvent[] events)
    {
        Write(path, source, events);
        Read(path);
        var writes = Enumerable.Range(0, RunCount).Select(_ => Write(path, source, events)).ToList();
        var reads = Enumerable.Range(0, RunCount).Select(_ => Read(path)).ToList();
        return
        [
            Figure.Of("format", "write", "events/s", [.. writes.Select(static run => EventCount / run.Seconds)]),
            Figure.Of("format", "write, allocated", "bytes/event", [.. writes.Select(static run => run.AllocatedBytes / EventCount)]),
            Figure.Of("format", "read, streaming", "events/s", [.. reads.Select(static run => EventCount / run.Seconds)]),
            Figure.Of("format", "read, allocated", "bytes/event", [.. reads.Select(static run => run.AllocatedBytes / EventCount)]),
            Figure.Of("format", "read, heap while streaming", "MB", HeapMegabytes(path)),
            Figure.Of("format", "size", "bytes/event", [new FileInfo(path).Length / (double)EventCount]),
        ];
    }

    private static Run Write(string path, Recording source, RecordedEvent[] events) => Timed(() =>
    {
        using var writer = RecordingWriter.Create(path, source.Header);
        foreach (ref readonly var recorded in events.AsSpan()) writer.Append(recorded);
        writer.Close(source.Footer);
    });

    private static Run Read(string path) => Timed(() =>
    {
        using var reader = RecordingReader.Open(path);
        var count = 0;
        foreach (var recorded in reader.Events()) count++;
        if (count != EventCount) throw new InvalidOperationException($"{count} of {EventCount} events came back.");
    });

    // What a reader holds on to, whatever the length of the file: measured apart, because measuring takes most of the time.
    private static IReadOnlyList<double> HeapMegabytes(string path)
    {
        using var reader = RecordingReader.Open(path);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (count, samples) = (0, new List<double>());
        foreach (var recorded in reader.Events())
        {
            if (++count % (EventCount / HeapSampleCount) == 0) samples.Add((GC.GetTotalMemory(forceFullCollection: true) - before) / BytesPerMegabyte);
        }

        return samples;
    }

    private static Run Timed(Action action)
    {
        var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        action();
        return new Run(Stopwatch.GetElapsedTime(started).TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private readonly record struct Run(double Seconds, double AllocatedBytes);
}
