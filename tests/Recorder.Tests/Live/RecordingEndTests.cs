using NUnit.Framework;
using ReplayKit.Recorder;
using ReplayKit.Recorder.Cutting;
using ReplayKit.Recorder.Triggers;
using ReplayKit.TraceFormat.Wire;

namespace Recorder.Tests.Live;

/// <summary>Each way in which a recording can end.</summary>
public sealed class RecordingEndTests
{
    private TargetProcess _target = null!;

    [SetUp]
    public async Task StartTarget() => _target = await TargetProcess.StartAsync();

    [TearDown]
    public void StopTarget() => _target.Dispose();

    [Test]
    public async Task Recording_of_a_target_that_is_killed_is_kept_and_says_that_its_end_is_missing()
    {
        var session = await RecordingSession.StartAsync(Options("killed"));
        await LoadAsync();
        _target.Kill();
        var summary = await session.Completion;
        var recording = RecordingFile.Read(summary.Path);
        Assert.That(summary.TargetExited, Is.True);
        Assert.That(recording.Footer.Completeness.IsComplete, Is.False);
        Assert.That(recording.Events, Has.Length.EqualTo(summary.Events));
    }

    [Test]
    public async Task Recording_ends_after_its_duration()
    {
        var summary = await RecordingSession.RecordAsync(Options("timed") with { Duration = TimeSpan.FromMilliseconds(200) });
        Assert.That(summary.TargetExited, Is.False);
        Assert.That(RecordingFile.Read(summary.Path).Footer.Completeness.IsComplete, Is.True);
        Assert.That(await _target.GetAsync("/sync?id=7"), Is.EqualTo("7"));
    }

    [Test]
    public async Task Cancelled_recording_is_kept()
    {
        using var cancellation = new CancellationTokenSource();
        var session = await RecordingSession.StartAsync(Options("cancelled"), null, cancellation.Token);
        await LoadAsync();
        await cancellation.CancelAsync();
        var summary = await session.Completion;
        Assert.That(summary.Requests, Is.EqualTo(20));
        Assert.That(RecordingFile.Read(summary.Path).Footer.Completeness.IsComplete, Is.True);
    }

    [Test]
    public async Task Recording_ends_at_the_event_it_was_to_stop_at()
    {
        var session = await RecordingSession.StartAsync(
            Options("until") with { Until = [new Trigger.Exception(new Glob("*.InvalidOperationException"))], After = TimeSpan.FromMilliseconds(100) });
        await _target.GetAsync("/boom?id=1");
        var summary = await session.Completion;
        Assert.That(summary.TargetExited, Is.False);
        Assert.That(summary.Files[0].Reasons[0], Is.EqualTo("exception System.InvalidOperationException"));
    }

    [Test]
    public async Task Second_recording_of_the_same_process_is_as_good_as_the_first()
    {
        var first = await RecordOnceAsync("first");
        var second = await RecordOnceAsync("second");
        Assert.That(second.Requests, Is.EqualTo(first.Requests));
        Assert.That(second.EventsLost, Is.Zero);
    }

    [Test]
    public async Task Progress_is_reported_while_it_runs()
    {
        var told = new TaskCompletionSource<RecordingProgress>();
        var session = await RecordingSession.StartAsync(Options("progress"), new Told(told));
        Assert.That((await told.Task).EventsLost, Is.Zero);
        await session.StopAsync();
    }

    private async Task<RecordingSummary> RecordOnceAsync(string name)
    {
        var session = await RecordingSession.StartAsync(Options(name));
        await LoadAsync();
        return await session.StopAsync();
    }

    private Task LoadAsync() => Task.WhenAll(Enumerable.Range(1, 20).Select(id => _target.GetAsync($"/sync?id={id}")));

    private RecordOptions Options(string name) => new()
    {
        ProcessId = _target.Id,
        OutputPath = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"end-{name}.rktrace"),
    };

    private sealed class Told(TaskCompletionSource<RecordingProgress> told) : IProgress<RecordingProgress>
    {
        public void Report(RecordingProgress value) => told.TrySetResult(value);
    }
}
