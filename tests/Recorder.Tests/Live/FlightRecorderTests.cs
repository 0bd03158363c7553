using System.Collections.Immutable;
using NUnit.Framework;
using ReplayKit.Recorder;
using ReplayKit.Recorder.Triggers;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace Recorder.Tests.Live;

/// <summary>A recorder that keeps the last events and writes them when something happens.</summary>
public sealed class FlightRecorderTests
{
    private static readonly TimeSpan s_after = TimeSpan.FromMilliseconds(300);
    private TargetProcess _target = null!;

    [SetUp]
    public async Task StartTarget() => _target = await TargetProcess.StartAsync();

    [TearDown]
    public void StopTarget() => _target.Dispose();

    [Test]
    public async Task File_holds_what_led_to_the_trigger_and_what_followed()
    {
        var session = await StartAsync("around", new Trigger.Exception(null));
        await LoadAsync(1, 10);
        await _target.GetAsync("/boom?id=42");
        await LoadAsync(100, 10);
        await WaitForFilesAsync(session, 1);
        var summary = await session.StopAsync();
        Assert.That(summary.Files, Has.Length.EqualTo(1));
        Assert.That(summary.Files[0].Reasons[0], Is.EqualTo("exception System.InvalidOperationException"));
        var recording = RecordingFile.Read(summary.Files[0].Path);
        var graph = CausalGraphBuilder.Build(recording);
        Assert.That(graph.Requests.Select(static request => request.Query), Is.SupersetOf(new[] { "?id=1", "?id=10", "?id=42", "?id=100" }));
        Assert.That(graph.Requests.Single(static request => request.Path == "/boom").Exceptions, Has.Length.EqualTo(1));
        Assert.That(recording.Footer.Completeness.IsComplete, Is.True);
        Assert.That(recording.Footer.Completeness.EventsKept, Is.EqualTo(recording.Events.Length));
        Assert.That(recording.Footer.AsyncMethods.Select(static method => method.Method), Does.Contain("FailAsync"));
        Assert.That(recording.Events[0].Kind, Is.EqualTo(RecordedEventKind.TierChanged));
    }

    [Test]
    public async Task Each_of_several_triggers_gives_a_file_of_its_own()
    {
        var session = await StartAsync("several", new Trigger.Status(503));
        for (var n = 1; n <= 3; n++)
        {
            await _target.GetAsync("/status?code=503&id=1");
            await WaitForFilesAsync(session, n);
        }

        var summary = await session.StopAsync();
        Assert.That(summary.Files.Select(static file => Path.GetFileName(file.Path)), Is.EqualTo(new[] { "flight-several.rktrace", "flight-several-2.rktrace", "flight-several-3.rktrace" }));
        foreach (var file in summary.Files)
        {
            Assert.That(file.Reasons, Is.EqualTo(new[] { "status 503 of /status" }));
            Assert.That(RecordingFile.Read(file.Path).Events.Count(static e => e is { Kind: RecordedEventKind.RequestStopped, Number: 503 }), Is.GreaterThanOrEqualTo(1));
        }
    }

    [Test]
    public async Task Request_that_never_ends_fires_the_latency_trigger_of_an_otherwise_quiet_process()
    {
        var session = await StartAsync("latency", new Trigger.Latency(TimeSpan.FromMilliseconds(500)));
        using var giveUp = new CancellationTokenSource();
        var hanging = _target.Client.GetAsync("/never?id=1", giveUp.Token);
        await WaitForFilesAsync(session, 1);
        var summary = await session.StopAsync();
        await giveUp.CancelAsync();
        Assert.That(async () => await hanging, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(summary.Files[0].Reasons[0], Is.EqualTo("/never took more than 0.5 s"));
    }

    [Test]
    public async Task Signal_gives_a_file_also_of_a_quiet_process()
    {
        var session = await StartAsync("signal", new Trigger.Signal());
        await LoadAsync(1, 5);
        session.Fire("asked for");
        await WaitForFilesAsync(session, 1);
        var summary = await session.StopAsync();
        Assert.That(summary.Files[0].Reasons, Is.EqualTo(new[] { "asked for" }));
        Assert.That(CausalGraphBuilder.Build(RecordingFile.Read(summary.Files[0].Path)).Requests, Has.Length.GreaterThanOrEqualTo(5));
    }

    [Test]
    public async Task Death_of_the_target_gives_a_file_that_says_that_its_end_is_missing()
    {
        var session = await StartAsync("death", new Trigger.Status(599));
        await LoadAsync(1, 20);
        await Task.Delay(TimeSpan.FromSeconds(1)); // so that what happened has left the target
        _target.Kill();
        var summary = await session.Completion;
        Assert.That(summary.Files.Single().Reasons, Is.EqualTo(new[] { "the process ended" }));
        var recording = RecordingFile.Read(summary.Files[0].Path);
        Assert.That(recording.Footer.Completeness.IsCutShort, Is.True);
        Assert.That(CausalGraphBuilder.Build(recording).Requests, Has.Length.EqualTo(20));
    }

    [Test]
    public async Task Nothing_is_written_when_nothing_happens()
    {
        var session = await StartAsync("nothing", new Trigger.Status(599));
        await LoadAsync(1, 20);
        var summary = await session.StopAsync();
        Assert.That(summary.Files, Is.Empty);
        Assert.That(File.Exists(PathOf("nothing")), Is.False);
    }

    [Test]
    public async Task Only_the_time_that_was_asked_for_is_kept_and_memory_stays_bounded()
    {
        var progress = new Highest();
        var session = await StartAsync("kept", [new Trigger.Signal()], new FlightOptions { Keep = TimeSpan.FromSeconds(1) }, progress);
        await _target.GetAsync("/sync?id=7777");
        for (var round = 0; round < 6; round++)
        {
            await _target.GetAsync($"/burst?id={round}&count=5000");
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        session.Fire("asked for");
        await WaitForFilesAsync(session, 1);
        var summary = await session.StopAsync();
        var graph = CausalGraphBuilder.Build(RecordingFile.Read(summary.Files[0].Path));
        Assert.That(graph.Requests.Select(static request => request.Query), Does.Not.Contain("?id=7777"));
        Assert.That(graph.Requests, Is.Not.Empty);
        Assert.That(progress.HeldBytes, Is.LessThan(summary.Events * 12), "what fell out of the window was let go");
        Assert.That(summary.Files[0].IsShortened, Is.False);
    }

    [Test]
    public async Task Memory_that_does_not_suffice_shortens_what_is_kept_and_says_so()
    {
        var flight = new FlightOptions { Keep = TimeSpan.FromMinutes(1), KeepBytesMax = 50_000 };
        var session = await StartAsync("short", [new Trigger.Signal()], flight);
        for (var round = 0; round < 8; round++) await _target.GetAsync($"/burst?id={round}&count=5000");
        await Task.Delay(TimeSpan.FromMilliseconds(800));
        session.Fire("asked for");
        await WaitForFilesAsync(session, 1);
        var summary = await session.StopAsync();
        Assert.That(summary.Files[0].IsShortened, Is.True);
        Assert.That(summary.Files[0].Bytes, Is.LessThan(200_000));
        Assert.That(RecordingFile.Read(summary.Files[0].Path).Events, Is.Not.Empty);
    }

    [Test]
    public async Task Recorder_ends_after_as_many_files_as_were_asked_for()
    {
        var session = await StartAsync("most", [new Trigger.Status(503)], new FlightOptions { Keep = TimeSpan.FromSeconds(5), FilesMax = 1 });
        await _target.GetAsync("/status?code=503&id=1");
        Assert.That((await session.Completion).Files, Has.Length.EqualTo(1));
    }

    private Task<RecordingSession> StartAsync(string name, params ImmutableArray<Trigger> until) =>
        StartAsync(name, until, new FlightOptions { Keep = TimeSpan.FromSeconds(10) });

    private Task<RecordingSession> StartAsync(string name, ImmutableArray<Trigger> until, FlightOptions flight, IProgress<RecordingProgress>? progress = null)
    {
        foreach (var old in Directory.EnumerateFiles(TestContext.CurrentContext.WorkDirectory, $"flight-{name}*.rktrace")) File.Delete(old);
        return RecordingSession.StartAsync(new RecordOptions { ProcessId = _target.Id, OutputPath = PathOf(name), Until = until, After = s_after, Flight = flight }, progress);
    }

    private static string PathOf(string name) => Path.Combine(TestContext.CurrentContext.WorkDirectory, $"flight-{name}.rktrace");

    private Task LoadAsync(int first, int count) => Task.WhenAll(Enumerable.Range(first, count).Select(id => _target.GetAsync($"/sync?id={id}")));

    // Bounded by the test's own timeout.
    private static async Task WaitForFilesAsync(RecordingSession session, int count)
    {
        for (var i = 0; i < 300 && session.FileCount < count && !session.Completion.IsCompleted; i++) await Task.Delay(TimeSpan.FromMilliseconds(100));
        Assert.That(session.FileCount, Is.GreaterThanOrEqualTo(count));
    }

    private sealed class Highest : IProgress<RecordingProgress>
    {
        public long HeldBytes { get; private set; }

        public void Report(RecordingProgress value) => HeldBytes = Math.Max(HeldBytes, value.HeldBytes);
    }
}
