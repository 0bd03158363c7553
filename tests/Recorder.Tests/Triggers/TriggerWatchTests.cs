using System.Collections.Immutable;
using NUnit.Framework;
using ReplayKit.Recorder.Cutting;
using ReplayKit.Recorder.Triggers;
using ReplayKit.TraceFormat.Model;

namespace Recorder.Tests.Triggers;

public sealed class TriggerWatchTests
{
    private const long Second = 1_000_000_000;

    [Test]
    public void Status_fires_for_its_code_alone_and_names_the_path()
    {
        var watch = Watch(new Trigger.Status(500));
        watch.Take(Started("a", "/orders", 0));
        watch.Take(Started("b", "/price", 1));
        Assert.That(watch.Take(Stopped("b", 404, 2)), Is.Null);
        Assert.That(watch.Take(Stopped("a", 500, 3)), Is.EqualTo("status 500 of /orders"));
    }

    [Test]
    public void Status_of_a_request_that_began_before_is_told_without_its_path() =>
        Assert.That(Watch(new Trigger.Status(503)).Take(Stopped("x", 503, 3)), Is.EqualTo("status 503"));

    [TestCase("System.InvalidOperationException", null, true)]
    [TestCase("System.InvalidOperationException", "System.InvalidOperationException", true)]
    [TestCase("System.InvalidOperationException", "*.InvalidOperationException", true)]
    [TestCase("System.InvalidOperationException", "*.TimeoutException", false)]
    public void Exception_fires_for_its_type(string type, string? pattern, bool fires)
    {
        var watch = Watch(new Trigger.Exception(pattern is null ? null : new Glob(pattern)));
        Assert.That(watch.Take(Thrown(type, flags: 0)), fires ? Is.EqualTo($"exception {type}") : Is.Null);
    }

    [Test]
    public void Exception_that_is_thrown_again_does_not_fire_again() =>
        Assert.That(Watch(new Trigger.Exception(null)).Take(Thrown("System.Exception", flags: 4)), Is.Null);

    [Test]
    public void Latency_fires_when_the_limit_passes_though_the_request_is_not_answered()
    {
        var watch = Watch(new Trigger.Latency(TimeSpan.FromSeconds(2)));
        watch.Take(Started("a", "/slow", 0));
        Assert.That(watch.PassTime(2 * Second - 1), Is.Null);
        Assert.That(watch.PassTime(2 * Second), Is.EqualTo("/slow took more than 2 s"));
        Assert.That(watch.PassTime(3 * Second), Is.Null, "once for each request");
    }

    [Test]
    public void Latency_fires_at_the_stop_of_the_slow_request_itself()
    {
        var watch = Watch(new Trigger.Latency(TimeSpan.FromSeconds(2)));
        watch.Take(Started("a", "/slow", 0));
        Assert.That(watch.Take(Stopped("a", 200, 3 * Second)), Is.EqualTo("/slow took more than 2 s"));
    }

    [Test]
    public void Latency_does_not_fire_for_requests_that_were_answered_in_time()
    {
        var watch = Watch(new Trigger.Latency(TimeSpan.FromSeconds(2)));
        for (var i = 0; i < 100; i++)
        {
            watch.Take(Started($"{i}", "/fast", i * Second));
            Assert.That(watch.Take(Stopped($"{i}", 200, (i * Second) + 1)), Is.Null);
        }

        Assert.That(watch.PassTime(1000 * Second), Is.Null);
    }

    [Test]
    public void Other_events_fire_nothing() =>
        Assert.That(Watch(new Trigger.Signal(), new Trigger.Exception(null), new Trigger.Status(500)).Take(new RecordedEvent(RecordedEventKind.WorkBegan, 5, 1)), Is.Null);

    private static TriggerWatch Watch(params ImmutableArray<Trigger> triggers) => new(triggers);

    private static RecordedEvent Started(string name, string path, long timeNs) =>
        new(RecordedEventKind.RequestStarted, timeNs, 1) { Text = path, Fields = [new(FieldNames.TraceIdentifier, name)] };

    private static RecordedEvent Stopped(string name, int status, long timeNs) =>
        new(RecordedEventKind.RequestStopped, timeNs, 1) { Number = status, Fields = [new(FieldNames.TraceIdentifier, name)] };

    private static RecordedEvent Thrown(string type, long flags) => new(RecordedEventKind.ExceptionThrown, 1, 1) { Text = type, Number = flags };
}
