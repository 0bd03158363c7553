using System.Collections.Immutable;
using NUnit.Framework;
using ReplayKit.Recorder.Checking;
using ReplayKit.TraceFormat.Model;

namespace Recorder.Tests.Checking;

public sealed class RecordingCheckerTests
{
    private static readonly RecordedEvent s_request = new(RecordedEventKind.RequestStarted, 10, 1) { Number = 17, Text = "/price/42", Fields = [new(FieldNames.Method, "GET")] };

    [Test]
    public void Clean_recording_has_no_findings() => Assert.That(Check([s_request]).Findings, Is.Empty);

    [Test]
    public void Incomplete_recording_is_found_out()
    {
        var found = Check([s_request], new Completeness(1, 7, true, [])).Findings;
        Assert.That(found.Select(static finding => (finding.Kind, finding.Count)), Is.EqualTo(new[] { (FindingKind.CutShort, 1L), (FindingKind.Lossy, 7L) }));
    }

    [Test]
    public void Count_that_is_not_the_number_of_events_is_found_out() =>
        Assert.That(Check([s_request], new Completeness(2, 0, false, [])).Findings.Single().Kind, Is.EqualTo(FindingKind.Inconsistent));

    [Test]
    public void Events_out_of_order_are_told_once()
    {
        var found = Check([s_request, s_request with { TimeNs = 9 }, s_request with { TimeNs = 8 }]).Findings.Single();
        Assert.That((found.Kind, found.EventIndex), Is.EqualTo((FindingKind.Inconsistent, 1L)));
    }

    [TestCase(RecordedEventKind.RequestStarted, "/r/AKIA" + "IOSFODNN7EXAMPLE", "path of a request")]
    [TestCase(RecordedEventKind.OutgoingStarted, "https://api.example/a?token=abcdefghij", "outgoing URI")]
    [TestCase(RecordedEventKind.OutgoingStopped, "https://u:abcdefghij@api.example/", "outgoing URI")]
    [TestCase(RecordedEventKind.DatabaseStarted, "select 1 where password = 'hunter2222'", "database command")]
    public void Secret_in_the_text_of_an_event_is_told_with_its_place(RecordedEventKind kind, string text, string where)
    {
        var found = Check([s_request, new(kind, 20, 1) { Text = text }]).Findings.Single();
        Assert.That((found.Where, found.EventIndex, found.TimeNs), Is.EqualTo((where, 1L, 20L)));
        Assert.That(found.ToString(), Does.Not.Contain("abcdefghij").And.Not.Contain("hunter2222").And.Not.Contain("IOSFODNN7"));
    }

    [TestCase(FieldNames.Query, "?token=abcdefghij", "query of a request")]
    [TestCase(FieldNames.HeaderPrefix + "X-Api-Key", "abcdefghij", "header X-Api-Key")]
    [TestCase(FieldNames.Message, "Bearer abcdefghij1", "message of an exception")]
    public void Secret_in_a_field_is_told_with_its_place(string field, string value, string where) =>
        Assert.That(Check([s_request with { Fields = [new(field, value)] }]).Findings.Single().Where, Is.EqualTo(where));

    [Test]
    public void Secret_that_comes_again_is_one_finding()
    {
        var secret = s_request with { Fields = [new(FieldNames.Query, "?token=abcdefghij")] };
        var other = s_request with { Fields = [new(FieldNames.Query, "?token=abcdefghik")] };
        Assert.That(Check([secret, secret, other, secret]).Findings.Select(static finding => finding.Count), Is.EqualTo(new[] { 3L, 1L }));
    }

    [Test]
    public void Flood_of_secrets_is_counted_beyond_a_bound()
    {
        var flood = Enumerable.Range(0, FindingBook.FindingCountMax + 5).Select(static i => s_request with { Fields = [new(FieldNames.Query, $"?token=abcdefghij{i}")] });
        var result = Check([.. flood]);
        Assert.That((result.Findings.Length, result.UnlistedCount), Is.EqualTo((FindingBook.FindingCountMax, 5L)));
    }

    [Test]
    public void Incident_is_checked_with_its_description()
    {
        Assert.That(Check([s_request], incident: Incident("r17 GET /price/42")).Findings, Is.Empty);
        Assert.That(Check([s_request], incident: Incident("r17 GET /price/42", "r18 GET /price/43")).Findings.Single().What, Does.Contain("request 18 of the description"));
        Assert.That(Check([s_request, s_request with { Number = 19 }], incident: Incident("r17 GET /price/42")).Findings.Single().What, Does.Contain("request 19 of the recording"));
        var secret = Check([s_request], incident: Incident("r17 GET /price/42?token=abcdefghij")).Findings.Single();
        Assert.That((secret.Kind, secret.Where, secret.EventIndex), Is.EqualTo((FindingKind.NamedSecret, "requests of the description", (long?)null)));
    }

    [Test]
    public void Incident_of_a_lossy_recording_is_lossy() =>
        Assert.That(
            Check([s_request], incident: Incident("r17 GET /price/42") with { Completeness = new Completeness(99, 3, false, []) }).Findings.Single().Kind,
            Is.EqualTo(FindingKind.Lossy));

    private static CheckResult Check(ImmutableArray<RecordedEvent> events, Completeness? completeness = null, Incident? incident = null)
    {
        var checker = new RecordingChecker();
        foreach (var recorded in events) checker.Take(recorded);
        return checker.Complete(new RecordingFooter(100, completeness ?? new Completeness(events.Length, 0, false, []), []), incident);
    }

    private static Incident Incident(params string[] requests) => new()
    {
        Title = "Price fetched twice",
        Source = "Shop",
        RecordedUtc = DateTimeOffset.UnixEpoch,
        WindowStartNs = 0,
        WindowEndNs = 100,
        Symptom = new Symptom(SymptomKind.Assertion, ""),
        Requests = [.. requests],
        Completeness = new Completeness(1, 0, false, []),
        Redacted = [],
    };
}
