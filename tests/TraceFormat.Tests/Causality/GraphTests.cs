using NUnit.Framework;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace TraceFormat.Tests.Causality;

/// <summary>Requests, outgoing calls, exceptions and pauses.</summary>
public sealed class GraphTests
{
    [Test]
    public void Request_carries_what_its_events_tell()
    {
        var request = new EventScript().Start(1, "a").Stop(2, "a", 503).Build().Requests.Single();
        Assert.Multiple(() =>
        {
            Assert.That(request.Number, Is.EqualTo(1));
            Assert.That(request.TraceIdentifier, Is.EqualTo("a"));
            Assert.That((request.Method, request.Path, request.Query), Is.EqualTo(("GET", "/a", "?q")));
            Assert.That(request.Headers, Is.EqualTo(new[] { new RecordedField("Host", "h") }));
            Assert.That((request.StartNs, request.StopNs, request.Status), Is.EqualTo((10L, 20L, 503)));
        });
    }

    [Test]
    public void Numbers_of_a_longer_recording_are_kept_and_never_given_twice()
    {
        var graph = new EventScript().Start(1, "a", 17).Start(2, "b", 17).Start(3, "c").Start(4, "d", 4).Build();
        Assert.That(graph.Requests.Select(static request => request.Number), Is.EqualTo(new[] { 17, 18, 3, 4 }));
    }

    [Test]
    public void Outgoing_calls_are_paired_by_span_and_belong_to_the_request_that_sends()
    {
        var graph = new EventScript()
            .Start(1, "a").Send(1, "http://x/", "s1").Send(1, "http://x/", "s2").Send(9, "http://y/", "s3")
            .Answer(2, "http://x/", 200, "s2").Answer(2, "http://x/", 0, "s1").Answer(2, "http://z/", 200, "before")
            .Build();
        Assert.That(graph.OutgoingCalls, Is.EqualTo(new[]
        {
            new OutgoingCall(1, "GET", "http://x/", 20, 60, 0),
            new OutgoingCall(1, "GET", "http://x/", 30, 50, 200),
            new OutgoingCall(null, "GET", "http://y/", 40, null, null),
        }));
    }

    [Test]
    public void Outgoing_calls_without_spans_are_paired_by_address()
    {
        var graph = new EventScript().Send(1, "http://x/").Answer(2, "http://x/", 404).Build();
        Assert.That(graph.OutgoingCalls.Single(), Is.EqualTo(new OutgoingCall(null, "GET", "http://x/", 10, 20, 404)));
    }

    [Test]
    public void Exception_that_callers_throw_again_is_one()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 12, "<Fetch>d__1").Begin(1, 11, "<Get>d__0").Wait(1, 11, 12)
            .Work(2, 12).Throw(2, "E").Throw(2, "E", flags: 4).End(2, 12, 3).Work(2, 11).Throw(2, "E").End(2, 11, 3).EndWork(2).EndWork(2)
            .Build();
        Assert.That(graph.Requests[0].Exceptions, Is.EqualTo(new[] { new RecordedException(60, "E", "m") }));
    }

    [Test]
    public void Same_exception_of_a_second_try_is_a_second_one()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "<Get>d__0")
            .Work(2, 11).Throw(2, "E").Begin(2, 12, "Task.Delay").Wait(2, 11, 12).EndWork(2)
            .Work(2, 11).Throw(2, "E").Throw(2, "F").EndWork(2)
            .Build();
        Assert.That(graph.Requests[0].Exceptions.Select(static exception => exception.Type), Is.EqualTo(new[] { "E", "E", "F" }));
    }

    [Test]
    public void Exception_outside_of_requests_belongs_to_none()
    {
        var graph = new EventScript().Start(1, "a").Throw(2, "E").Stop(1, "a").Throw(1, "F").Build();
        Assert.That(graph.Requests[0].Exceptions, Is.Empty);
    }

    [Test]
    public void Pauses_are_paired()
    {
        var graph = new EventScript()
            .Of(1, RecordedEventKind.GcPauseEnded).Of(1, RecordedEventKind.GcPauseBegan).Of(2, RecordedEventKind.GcPauseEnded).Of(1, RecordedEventKind.GcPauseBegan)
            .Build();
        Assert.That(graph.GcPauses, Is.EqualTo(new[] { new GcPause(20, 30) }));
    }
}
