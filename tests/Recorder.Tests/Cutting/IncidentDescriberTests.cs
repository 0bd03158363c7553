using NUnit.Framework;
using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;
using static ReplayKit.Recorder.Tests.Cutting.RequestMaker;

namespace ReplayKit.Recorder.Tests.Cutting;

public sealed class IncidentDescriberTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Recording Source = new(
        new RecordingHeader("0.1.0", Start, new RecordedProcess(1, "Shop", "10.0.0", "Linux", "x64", 2), [], ["code", "Cookie", "pin", "token"]),
        [
            new(RecordedEventKind.RequestStarted, 1, 1)
            {
                Text = "/", Fields = [new("header:cookie", "x"), new(FieldNames.Query, "?zipcode=1&token=x")],
            },
        ],
        new RecordingFooter(1_000_000_000, new Completeness(100, 3, false, []), []));

    [Test]
    public void Describe_healthy_requests_leaves_the_symptom_to_the_test()
    {
        var incident = Describe(null, Request(1, 100, 200, path: "/a"), Request(2, 110, 190, path: "/b"));
        Assert.That(incident.Symptom, Is.EqualTo(new Symptom(SymptomKind.Assertion, "")));
        Assert.That(incident.Title, Is.EqualTo("GET /a and 1 more"));
        Assert.That(incident.Requests, Is.EqualTo(["r1 GET /a", "r2 GET /b"]));
    }

    [Test]
    public void Describe_failed_request_without_exception_gives_its_status()
    {
        var incident = Describe(null, Request(1, 100, 200), Request(2, 110, 190, status: 503, path: "/b"));
        Assert.That(incident.Symptom, Is.EqualTo(new Symptom(SymptomKind.Status, "503")));
        Assert.That(incident.Title, Is.EqualTo("GET /b answered 503"));
    }

    [Test]
    public void Describe_failed_request_with_exceptions_gives_the_last()
    {
        var failed = Request(2, 110, 190, status: 500, path: "/b") with
        {
            Exceptions = [new RecordedException(1, "System.IO.IOException", "a"), new RecordedException(2, "Shop.OutOfStockException", "b")],
        };
        var incident = Describe(null, Request(1, 100, 200), failed);
        Assert.That(incident.Symptom, Is.EqualTo(new Symptom(SymptomKind.Exception, "Shop.OutOfStockException")));
        Assert.That(incident.Title, Is.EqualTo("GET /b failed with Shop.OutOfStockException"));
    }

    [Test]
    public void Describe_handled_exception_is_no_symptom()
    {
        var handled = Request(1, 100, 200) with { Exceptions = [new RecordedException(1, "System.IO.IOException", "a")] };
        Assert.That(Describe(null, handled).Symptom.Kind, Is.EqualTo(SymptomKind.Assertion));
    }

    [Test]
    public void Describe_failed_focus_comes_before_an_earlier_failed_neighbour()
    {
        var focus = Request(2, 110, 190, status: 504, path: "/b");
        Assert.That(Describe(focus, Request(1, 100, 200, status: 500), focus).Symptom.Detail, Is.EqualTo("504"));
    }

    [Test]
    public void Describe_carries_the_facts_of_the_source()
    {
        var incident = Describe(null, Request(1, 100, 200));
        Assert.That(incident.Source, Is.EqualTo("Shop"));
        Assert.That(incident.RecordedUtc, Is.EqualTo(Start.AddMilliseconds(100)));
        Assert.That((incident.WindowStartNs, incident.WindowEndNs), Is.EqualTo((100_000_000L, 200_000_000L)));
        Assert.That(incident.Completeness.EventsLost, Is.EqualTo(3));
        Assert.That(incident.Redacted, Is.EqualTo(["Cookie", "token"]), "only what occurs");
        Assert.That(incident.Status, Is.EqualTo(IncidentStatus.Open));
    }

    [Test]
    public void Describe_given_title_is_kept() =>
        Assert.That(
            IncidentDescriber.Describe(Source, Source, SelectionOf(null, Request(1, 1, 2)), "Price fetched twice").Title, Is.EqualTo("Price fetched twice"));

    private static Incident Describe(RecordedRequest? focus, params RecordedRequest[] requests) =>
        IncidentDescriber.Describe(Source, Source, SelectionOf(focus, requests), title: null);

    private static SliceSelection SelectionOf(RecordedRequest? focus, params RecordedRequest[] requests) =>
        new([.. requests], focus, requests.Min(static r => r.StartNs), requests.Max(static r => r.StopNs!.Value));
}
