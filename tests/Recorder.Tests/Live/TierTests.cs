using NUnit.Framework;
using ReplayKit.Recorder;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace Recorder.Tests.Live;

/// <summary>What each tier records of the same load.</summary>
public sealed class TierTests
{
    private TargetProcess _target = null!;

    [OneTimeSetUp]
    public async Task StartTarget() => _target = await TargetProcess.StartAsync();

    [OneTimeTearDown]
    public void StopTarget() => _target.Dispose();

    [Test]
    public async Task Requests_has_requests_and_exceptions_and_no_steps_but_arrivals()
    {
        var (recording, graph) = await RecordAsync(RecordingTier.Requests);
        Assert.That(graph.Requests.Select(static request => request.Path), Is.EquivalentTo(new[] { "/chain", "/boom", "/contend", "/outgoing", "/leaf" }));
        Assert.That(graph.Steps.Where(static step => !step.IsArrival), Is.Empty);
        Assert.That(graph.OutgoingCalls, Is.Empty);
        Assert.That(Kinds(recording), Does.Contain(RecordedEventKind.ExceptionThrown));
        Assert.That(Kinds(recording), Does.Not.Contain(RecordedEventKind.WorkBegan));
        Assert.That(recording.Footer.Completeness.Unknown, Is.Empty);
    }

    [Test]
    public async Task Tasks_has_what_a_replay_follows()
    {
        var (recording, graph) = await RecordAsync(RecordingTier.Tasks);
        Assert.That(graph.Steps.Select(static step => step.Method), Has.Some.Contains("OuterAsync"));
        Assert.That(graph.OutgoingCalls, Has.Length.EqualTo(1));
        Assert.That(Kinds(recording), Does.Not.Contain(RecordedEventKind.ContentionBegan));
        Assert.That(Kinds(recording), Does.Not.Contain(RecordedEventKind.PoolItemQueued));
        Assert.That(recording.Footer.Completeness.Unknown, Is.Empty);
    }

    [Test]
    public async Task Tasks_has_database_commands_of_every_client_with_their_begin_and_end()
    {
        var session = await RecordingSession.StartAsync(Options(RecordingTier.Tasks, "database"));
        await _target.GetAsync("/database?id=1");
        var recording = RecordingFile.Read((await session.StopAsync()).Path);
        var commands = recording.Events.Where(static e => e.Kind is RecordedEventKind.DatabaseStarted or RecordedEventKind.DatabaseStopped)
            .Select(static e => $"{e.Field(FieldNames.Source)} {e.Text ?? (e.Kind == RecordedEventKind.DatabaseStopped ? "done" : "")}");
        Assert.That(commands, Is.EqualTo(new[]
        {
            "ef select 1", "ef done", "ef select 2", "ef failed", "ef select 3", "ef failed", "sqlclient select 4", "sqlclient done", "sqlclient select 5", "sqlclient failed",
            "npgsql select 6", "npgsql done", "npgsql select 7", "npgsql done",
        }));
        var graph = CausalGraphBuilder.Build(recording);
        Assert.That(graph.DatabaseCommands.Select(static command => command.Request), Is.EqualTo(Enumerable.Repeat((int?)1, 7)));
        Assert.That(recording.Footer.Completeness.Unknown, Is.Empty);
    }

    [Test]
    public async Task Full_has_locks_waits_pool_and_timers()
    {
        var (recording, _) = await RecordAsync(RecordingTier.Full);
        Assert.That(Kinds(recording), Is.SupersetOf(new[]
        {
            RecordedEventKind.ContentionBegan, RecordedEventKind.ContentionEnded, RecordedEventKind.BlockingBegan, RecordedEventKind.BlockingEnded,
            RecordedEventKind.PoolItemQueued, RecordedEventKind.PoolItemTaken, RecordedEventKind.TimerSet, RecordedEventKind.WorkBegan,
        }));
        Assert.That(recording.Footer.Completeness.Unknown, Is.Empty);
        var began = recording.Events.First(static e => e.Kind == RecordedEventKind.ContentionBegan);
        var ended = recording.Events.First(e => e.Kind == RecordedEventKind.ContentionEnded && e.ThreadId == began.ThreadId && e.TimeNs > began.TimeNs);
        Assert.That(ended.TimeNs - began.TimeNs, Is.GreaterThan(1_000_000), "the lock was held for some time");
        Assert.That(began.RelatedTaskId, Is.Not.Zero, "the holder is known");
    }

    [Test]
    public async Task First_event_says_what_is_listened_to()
    {
        var (recording, _) = await RecordAsync(RecordingTier.Full);
        Assert.That(recording.Events[0].Kind, Is.EqualTo(RecordedEventKind.TierChanged));
        Assert.That((RecordingTier)recording.Events[0].Number, Is.EqualTo(RecordingTier.Full));
    }

    [Test]
    public async Task Client_that_goes_away_is_recorded()
    {
        var session = await RecordingSession.StartAsync(Options(RecordingTier.Tasks, "gone"));
        using var giveUp = new CancellationTokenSource();
        var hanging = _target.Client.GetAsync("/never?id=1", giveUp.Token);
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        await giveUp.CancelAsync();
        Assert.That(async () => await hanging, Throws.InstanceOf<OperationCanceledException>());
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        var summary = await session.StopAsync();
        var graph = CausalGraphBuilder.Build(RecordingFile.Read(summary.Path));
        Assert.That(graph.Requests.Single().IsAborted, Is.True);
    }

    private async Task<(Recording Recording, CausalGraph Graph)> RecordAsync(RecordingTier tier)
    {
        var session = await RecordingSession.StartAsync(Options(tier, "load"));
        await _target.GetAsync("/chain?id=1");
        await _target.GetAsync("/boom?id=2");
        await _target.GetAsync("/contend?id=3");
        await _target.GetAsync("/outgoing?id=4");
        var summary = await session.StopAsync();
        var recording = RecordingFile.Read(summary.Path);
        return (recording, CausalGraphBuilder.Build(recording));
    }

    private RecordOptions Options(RecordingTier tier, string name) => new()
    {
        ProcessId = _target.Id,
        Tier = tier,
        OutputPath = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"tier-{tier}-{name}.rktrace"),
    };

    private static HashSet<RecordedEventKind> Kinds(Recording recording) => [.. recording.Events.Select(static e => e.Kind)];
}
