using Microsoft.Diagnostics.NETCore.Client;
using NUnit.Framework;
using ReplayKit.Recorder;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.Recorder.NetTrace;
using ReplayKit.Recorder.Normalize;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace Recorder.Tests.Live;

/// <summary>A target that writes more than its buffer takes: losses are counted, placed, and told.</summary>
public sealed class LossTests
{
    private const int TinyBufferMiB = 1;
    private const int YieldCount = 60_000;
    private const int BurstCount = 4;
    private TargetProcess _target = null!;

    [SetUp]
    public async Task StartTarget() => _target = await TargetProcess.StartAsync();

    [TearDown]
    public void StopTarget() => _target.Dispose();

    [Test]
    public async Task Every_lost_event_is_accounted_for()
    {
        var session = await RecordingSession.StartAsync(Options("accounted"));
        await _target.GetAsync("/sync?id=900");
        await BurstAsync();
        var summary = await session.StopAsync();
        var recording = RecordingFile.Read(summary.Path);
        var completeness = recording.Footer.Completeness;
        Assert.That(completeness.EventsLost, Is.Positive, "the load must be one that loses events, or this test says nothing");
        Assert.That(completeness.IsComplete, Is.False);
        Assert.That(completeness.EventsLost, Is.EqualTo(summary.EventsLost));
        Assert.That(completeness.EventsLost, Is.EqualTo(completeness.Losses.Sum(static lost => lost.Count)));
        Assert.That(completeness.EventsLost, Is.EqualTo(recording.Events.Where(static e => e.Kind == RecordedEventKind.EventsLost).Sum(static e => e.Number)));
        // Each yield is at least a begin and an end of work: they are all there, kept or lost.
        Assert.That(completeness.EventsKept + completeness.EventsLost, Is.GreaterThanOrEqualTo(2L * BurstCount * YieldCount));
        Assert.That(completeness.Losses, Has.All.Matches<LostEvents>(lost => lost.FromNs <= lost.ToNs && lost.ThreadId != 0 && lost.ToNs <= recording.Footer.DurationNs));
        var requests = CausalGraphBuilder.Build(recording).Requests;
        Assert.That(requests.Where(static request => request.Path == "/burst").Sum(static request => request.EventsLost), Is.Positive);
        foreach (var request in requests)
        {
            var overlapping = completeness.Losses.Where(lost => lost.FromNs <= (request.StopNs ?? long.MaxValue) && lost.ToNs >= request.StartNs);
            Assert.That(request.EventsLost, Is.EqualTo(overlapping.Sum(static lost => lost.Count)), $"{request.Path}{request.Query}");
        }
    }

    [Test]
    public async Task Losses_are_those_that_TraceEvent_counts()
    {
        var stream = await RawStreamAsync();
        var sink = new CountingSink();
        var reader = new NetTraceReader(new MemoryStream(stream), sink);
        reader.ReadStart();
        reader.ReadToEnd();
        using var peer = new EventReader(new MemoryStream(stream), static (in RawEvent _) => { });
        peer.ReadToEnd();
        Assert.That(peer.EventsLost, Is.Positive, "the load must be one that loses events, or this test says nothing");
        // What a thread lost before the first of its events that came, TraceEvent does not count.
        Assert.That(sink.LostBetweenCount, Is.EqualTo(peer.EventsLost));
        Assert.That(sink.LostCount, Is.GreaterThanOrEqualTo(peer.EventsLost));
        Assert.That(sink.OutOfOrderCount, Is.Zero, "nothing comes that is older than what was said to be complete");
    }

    [Test]
    public async Task File_of_a_recorder_that_was_killed_still_tells_its_losses()
    {
        var session = await RecordingSession.StartAsync(Options("cut"));
        await BurstAsync();
        await session.StopAsync();
        var path = Options("cut").OutputPath;
        // Without its end, as SIGKILL leaves it.
        var cut = path + ".cut.rktrace";
        var bytes = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(cut, bytes[..^200]);
        var recording = RecordingFile.Read(cut);
        Assert.That(recording.Footer.Completeness.IsCutShort, Is.True);
        Assert.That(recording.Footer.Completeness.EventsLost, Is.Positive);
        Assert.That(recording.Footer.Completeness.Losses, Is.Not.Empty);
    }

    private Task BurstAsync() => Task.WhenAll(Enumerable.Range(1, BurstCount).Select(id => _target.GetAsync($"/burst?count={YieldCount}&id={id}")));

    private async Task<byte[]> RawStreamAsync()
    {
        var configuration = new EventPipeSessionConfiguration(
            Providers.For(RecordingTier.Tasks, canFilter: true), TinyBufferMiB, requestRundown: false, requestStackwalk: false);
        using var session = await new DiagnosticsClient(_target.Id).StartEventPipeSessionAsync(configuration, CancellationToken.None);
        using var copy = new MemoryStream();
        var copying = session.EventStream.CopyToAsync(copy);
        await BurstAsync();
        await session.StopAsync(CancellationToken.None);
        await copying;
        return copy.ToArray();
    }

    private RecordOptions Options(string name) => new()
    {
        ProcessId = _target.Id,
        OutputPath = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"loss-{name}.rktrace"),
        BufferMiB = TinyBufferMiB,
    };

    private sealed class CountingSink : INetTraceSink
    {
        private long _completeNs;

        public long LostCount { get; private set; }

        /// <summary>Those of threads that had written an event before.</summary>
        public long LostBetweenCount { get; private set; }

        public long OutOfOrderCount { get; private set; }

        public void OnEvent(in RawEvent raw)
        {
            if (raw.TimeNs < _completeNs) OutOfOrderCount++;
        }

        public void OnLost(in LostRun lost)
        {
            LostCount += lost.Count;
            if (lost.FromNs > 0) LostBetweenCount += lost.Count;
        }

        public void OnOlderComplete(long timeNs) => _completeNs = timeNs;

        public void OnQuiet()
        {
            // a copy is never quiet
        }
    }
}
