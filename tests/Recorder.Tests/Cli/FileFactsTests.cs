using NUnit.Framework;
using ReplayKit.Recorder.Cli;
using ReplayKit.Recorder.Tests.Cutting;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class FileFactsTests
{
    [Test]
    public void Small_file_is_read_back_with_its_steps()
    {
        var recording = GeneratedService.Record(3);
        var graph = CausalGraphBuilder.Build(recording);
        var facts = FileFacts.Read(Files.Whole(), requests: null);
        Assert.That((facts.Requests, facts.Steps), Is.EqualTo((graph.Requests.Length, (long?)graph.Steps.Length)));
        Assert.That(facts.Completeness.EventsKept, Is.EqualTo(recording.Events.Length));
    }

    [Test]
    public void Large_file_is_read_back_in_little_memory_without_its_steps()
    {
        const int EventCount = 2_000_000;
        var path = WriteLarge(EventCount);
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var facts = FileFacts.Read(path, requests: 7);
        Assert.That(facts, Is.EqualTo(new FileFacts(path, facts.Completeness, 7, null)));
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(10_000_000), "its footer is enough");
        Assert.That(FileFacts.Read(path, requests: null).Requests, Is.EqualTo(EventCount / 10));
    }

    private static string WriteLarge(int eventCount)
    {
        var path = Files.NewPath();
        using var writer = RecordingWriter.Create(path, GeneratedService.Record(3).Header);
        for (var i = 0; i < eventCount; i++)
        {
            var kind = i % 10 == 0 ? RecordedEventKind.RequestStarted : RecordedEventKind.WorkBegan;
            writer.Append(new RecordedEvent(kind, i, 1) { TaskId = i, Text = kind == RecordedEventKind.RequestStarted ? "/ping" : null });
        }

        writer.Close(new RecordingFooter(eventCount, new Completeness(eventCount, 0, false, []), []));
        return path;
    }
}
