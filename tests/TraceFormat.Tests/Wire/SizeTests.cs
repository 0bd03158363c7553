using Bench;
using NUnit.Framework;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace TraceFormat.Tests.Wire;

/// <summary>What a long recording takes: on disk, and in memory while it is read.</summary>
public sealed class SizeTests
{
    private const int EventCount = 200_000;

    [TestCase("price-cache-stampede")]
    [TestCase("oversold-limited-edition")]
    public void Event_of_a_recorded_service_takes_at_most_twelve_bytes(string incident)
    {
        var recorded = RecordingFile.Read(RepositoryRoot.File("traces", incident, IncidentFolder.RecordingFileName));
        CheckSize(recorded with { Events = [.. new RepeatedRecording(recorded.Events, seed: 1).Make(EventCount)] });
    }

    [Test]
    public void Event_of_a_busy_service_takes_at_most_twelve_bytes() =>
        CheckSize(Sample.Recording with { Events = [.. RealisticStream.Make(EventCount)] });

    [Test]
    public void Long_recording_is_read_chunk_by_chunk()
    {
        const long chunkBytesMax = 8 * 1024 * 1024;
        using var folder = new TempFolder();
        RecordingFile.Write(folder.File(), Sample.Recording with { Events = [.. RealisticStream.Make(EventCount)] });
        using var reader = RecordingReader.Open(folder.File());
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(reader.Events().First().Kind, Is.Not.EqualTo(RecordedEventKind.None));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - allocated, Is.LessThan(chunkBytesMax), "the first event costs one chunk");

        var held = GC.GetTotalMemory(forceFullCollection: true);
        var (count, heldMost) = (0, 0L);
        foreach (var _ in reader.Events())
        {
            if (++count % (EventCount / 10) == 0) heldMost = Math.Max(heldMost, GC.GetTotalMemory(forceFullCollection: true) - held);
        }

        Assert.That(count, Is.EqualTo(EventCount));
        Assert.That(heldMost, Is.LessThan(chunkBytesMax), "what was read is let go");
    }

    private static void CheckSize(Recording recording)
    {
        using var folder = new TempFolder();
        RecordingFile.Write(folder.File(), recording);
        var bytesPerEvent = new FileInfo(folder.File()).Length / (double)recording.Events.Length;
        TestContext.Out.WriteLine($"{bytesPerEvent:F2} bytes per event");
        Assert.That(bytesPerEvent, Is.LessThanOrEqualTo(12));
    }
}
