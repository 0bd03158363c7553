using NUnit.Framework;
using ReplayKit.Recorder;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace Recorder.Tests.Live;

public sealed class BudgetTests
{
    [Test]
    public async Task Budget_that_nothing_fits_steps_down_and_every_change_is_in_the_recording_with_its_time()
    {
        using var target = await TargetProcess.StartAsync();
        using var loadEnd = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(1, 4).Select(id => LoadAsync(target, id, loadEnd.Token)));
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "budget.rktrace");
        var progress = new Told();
        var session = await RecordingSession.StartAsync(
            new RecordOptions { ProcessId = target.Id, OutputPath = path, Tier = RecordingTier.Tasks, Budget = 0.0001 }, progress);
        await Task.WhenAny(progress.Known.Task, Task.Delay(TimeSpan.FromSeconds(30)));
        var summary = await session.StopAsync();
        await loadEnd.CancelAsync();
        await load;

        Assert.That(progress.Known.Task.IsCompleted, Is.True, "the cost was measured");
        var recording = RecordingFile.Read(path);
        Assert.That(recording.Footer.Completeness.IsComplete, Is.True);
        Assert.That(recording.Footer.Completeness.Unknown, Is.Empty, "its own sessions are not taken for another one's");
        var changes = recording.Events.Where(static e => e.Kind == RecordedEventKind.TierChanged).ToList();
        Assert.That(changes.Take(4).Select(static e => (RecordingTier)e.Number), Is.EqualTo(new[] { RecordingTier.Tasks, RecordingTier.Off, RecordingTier.Tasks, RecordingTier.Off }));
        Assert.That(changes.Select(static e => e.TimeNs), Is.Ordered);
        Assert.That(changes[1].Text, Is.EqualTo("measuring without"));
        Assert.That(recording.Events.Select(static e => e.TimeNs), Is.Ordered, "the sessions share one time line");
        // Between "off" and the next tier nothing was listened to.
        var gap = (From: changes[1].TimeNs, To: changes[2].TimeNs);
        Assert.That(gap.To - gap.From, Is.GreaterThan(500_000_000));
        Assert.That(recording.Events.Where(e => e.TimeNs > gap.From && e.TimeNs < gap.To), Is.Empty);
        Assert.That(summary.TargetExited, Is.False);
    }

    private static async Task LoadAsync(TargetProcess target, int id, CancellationToken end)
    {
        // Bounded also when nobody ends it.
        for (var i = 0; i < 200_000 && !end.IsCancellationRequested; i++) await target.GetAsync($"/sync?id={id}");
    }

    private sealed class Told : IProgress<RecordingProgress>
    {
        public TaskCompletionSource Known { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Report(RecordingProgress value)
        {
            if (value.Cost is not null) Known.TrySetResult();
        }
    }
}
