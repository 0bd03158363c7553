using CsCheck;
using NUnit.Framework;
using ReplayKit.Recorder.Normalize;
using ReplayKit.TraceFormat.Model;

namespace Recorder.Tests.Normalize;

public sealed class NormalizerTests
{
    private const string Host = "Microsoft.AspNetCore";
    private const string Client = "HttpHandlerDiagnosticListener";

    private static readonly RecordedEvent s_bare = new(RecordedEventKind.None, 5_000, 77);

    private Normalizer _normalizer = null!;

    [SetUp]
    public void Make() => _normalizer = new Normalizer(new Redactor(RedactionOptions.Default, new byte[32]));

    private static IEnumerable<TestCaseData> TaskEvents()
    {
        yield return Case(7, Payload.Of().Ints(1, 4, 9, 4, 8200, 1), new() { Kind = RecordedEventKind.TaskScheduled, TaskId = 9, RelatedTaskId = 4 });
        yield return Case(10, Payload.Of().Ints(1, 0, 8, 2, 9), new() { Kind = RecordedEventKind.WaitBegan, TaskId = 8, RelatedTaskId = 9 });
        yield return Case(14, Payload.Of().Ints(3).Text("Async: <GetAsync>d__3").EightBytes(0), new() { Kind = RecordedEventKind.OperationBegan, TaskId = 3, Text = "<GetAsync>d__3" });
        yield return Case(14, Payload.Of().Ints(3).Text("Task: <Run>b__0").EightBytes(0), new() { Kind = RecordedEventKind.OperationBegan, TaskId = 3, Text = "<Run>b__0" });
        yield return Case(14, Payload.Of().Ints(3).Text("Task.Delay").EightBytes(0), new() { Kind = RecordedEventKind.OperationBegan, TaskId = 3, Text = "Task.Delay" });
        yield return Case(15, Payload.Of().Ints(3, 3), new() { Kind = RecordedEventKind.OperationEnded, TaskId = 3, Number = 3 });
        yield return Case(17, Payload.Of().Ints(6, 2), new() { Kind = RecordedEventKind.WorkBegan, TaskId = 6 });
        yield return Case(18, Payload.Of().Ints(2), new() { Kind = RecordedEventKind.WorkEnded });
    }

    [TestCaseSource(nameof(TaskEvents))]
    public void Task_event_is_turned_by_the_table(int id, byte[] payload, RecordedEvent expected) =>
        Assert.That(Kept(RawProvider.Tasks, id, payload), Is.EqualTo(expected with { TimeNs = s_bare.TimeNs, ThreadId = s_bare.ThreadId }));

    [TestCase(11)]
    [TestCase(12)]
    [TestCase(16)]
    public void Task_event_that_others_tell_as_well_is_ignored(int id) =>
        Assert.That(Outcome(RawProvider.Tasks, id, Payload.Of().Ints(1, 2, 3, 4).ToArray()), Is.EqualTo(NormalizeOutcome.Ignored));

    [Test]
    public void Notification_of_continuations_is_no_work()
    {
        Assert.That(Outcome(RawProvider.Tasks, 17, Payload.Of().Ints(6, 0).ToArray()), Is.EqualTo(NormalizeOutcome.Ignored));
        Assert.That(Outcome(RawProvider.Tasks, 18, Payload.Of().Ints(0).ToArray()), Is.EqualTo(NormalizeOutcome.Ignored));
    }

    [Test]
    public void Synchronous_wait_is_no_edge() =>
        Assert.That(Outcome(RawProvider.Tasks, 10, Payload.Of().Ints(1, 0, 8, 1, 0).ToArray()), Is.EqualTo(NormalizeOutcome.Ignored));

    [Test]
    public void Runtime_suspension_and_restart_bracket_a_pause()
    {
        Assert.That(Kept(RawProvider.Runtime, 9, Payload.Of().Ints(1, 0).TwoBytes(0).ToArray()).Kind, Is.EqualTo(RecordedEventKind.GcPauseBegan));
        Assert.That(Kept(RawProvider.Runtime, 3, Payload.Of().TwoBytes(0).ToArray()).Kind, Is.EqualTo(RecordedEventKind.GcPauseEnded));
    }

    [Test]
    public void Exception_keeps_type_message_and_flags()
    {
        var payload = Payload.Of().Text("System.InvalidOperationException").Text("no; Password=secret99").EightBytes(0).Ints(-1).TwoBytes(4).TwoBytes(0).ToArray();
        var recorded = Kept(RawProvider.Runtime, 80, payload);
        Assert.That(recorded.Kind, Is.EqualTo(RecordedEventKind.ExceptionThrown));
        Assert.That(recorded.Text, Is.EqualTo("System.InvalidOperationException"));
        Assert.That(recorded.Number, Is.EqualTo(4));
        Assert.That(recorded.Field(FieldNames.Message), Does.StartWith("no; Password=~h:").And.Length.EqualTo("no; Password=secret99".Length));
    }

    [Test]
    public void Request_start_keeps_method_path_query_and_headers()
    {
        var payload = Payload.Bridged(
            Host, "Microsoft.AspNetCore.Hosting.HttpRequestIn.Start", ("t", "0HN:1"), ("m", "GET"), ("p", "/price/42"), ("q", "?a=1&token=abcdefgh"), ("v", "HTTP/1.1"), ("h", "[Host, x:1],[Authorization, Bearer abcdefgh]"));
        var recorded = Kept(RawProvider.DiagnosticSource, 157, payload);
        Assert.That(recorded.Kind, Is.EqualTo(RecordedEventKind.RequestStarted));
        Assert.That(recorded.Text, Is.EqualTo("/price/42"));
        Assert.That(recorded.Field(FieldNames.Method), Is.EqualTo("GET"));
        Assert.That(recorded.Field(FieldNames.Protocol), Is.EqualTo("HTTP/1.1"));
        Assert.That(recorded.Field(FieldNames.TraceIdentifier), Is.EqualTo("0HN:1"));
        Assert.That(recorded.Field(FieldNames.HeaderPrefix + "Host"), Is.EqualTo("x:1"));
        Assert.That(recorded.Field(FieldNames.Query), Does.StartWith("?a=1&token=~h:"));
        Assert.That(recorded.Field(FieldNames.HeaderPrefix + "Authorization"), Does.StartWith("Bearer ~h:"));
    }

    [Test]
    public void Request_stop_keeps_status_and_identity()
    {
        var recorded = Kept(RawProvider.DiagnosticSource, 0, Payload.Bridged(Host, "Microsoft.AspNetCore.Hosting.HttpRequestIn.Stop", ("t", "0HN:1"), ("s", "503")));
        Assert.That(recorded.Kind, Is.EqualTo(RecordedEventKind.RequestStopped));
        Assert.That(recorded.Number, Is.EqualTo(503));
        Assert.That(recorded.Field(FieldNames.TraceIdentifier), Is.EqualTo("0HN:1"));
    }

    [TestCase("OK", 200)]
    [TestCase("TooManyRequests", 429)]
    [TestCase("599", 599)]
    [TestCase("", 0)]
    public void Outgoing_stop_reads_the_status(string text, int expected)
    {
        var payload = Payload.Bridged(Client, "System.Net.Http.HttpRequestOut.Stop", ("a", "0a0b"), ("u", "http://x/y?key=abcdefgh"), ("s", text));
        var recorded = Kept(RawProvider.DiagnosticSource, 0, payload);
        Assert.That(recorded.Number, Is.EqualTo(expected));
        Assert.That(recorded.Text, Does.StartWith("http://x/y?key=~h:"));
        Assert.That(recorded.Field(FieldNames.Span), Is.EqualTo("0a0b"));
    }

    [Test]
    public void Bridged_event_of_another_session_is_ignored()
    {
        Assert.That(Outcome(RawProvider.DiagnosticSource, 1, Payload.Bridged("Other", "Other.Event")), Is.EqualTo(NormalizeOutcome.Ignored));
        Assert.That(Outcome(RawProvider.DiagnosticSource, 1, Payload.Of().Text("NewListener").ToArray()), Is.EqualTo(NormalizeOutcome.Ignored));
        Assert.That(_normalizer.Unknown, Is.Empty);
    }

    [Test]
    public void Filter_that_another_session_replaces_is_told()
    {
        var announcement = Payload.Of().Text(Host).ToArray();
        Outcome(RawProvider.DiagnosticSource, 1, announcement);
        Assert.That(_normalizer.Unknown, Is.Empty);
        Outcome(RawProvider.DiagnosticSource, 2, Payload.Bridged(Host, "Microsoft.AspNetCore.Hosting.HttpRequestIn.Start"));
        Outcome(RawProvider.DiagnosticSource, 1, Payload.Of().Text(Client).ToArray());
        Assert.That(_normalizer.Unknown, Is.Empty);
        Outcome(RawProvider.DiagnosticSource, 1, announcement);
        Assert.That(_normalizer.Unknown.Single().Name, Does.Contain("another session"));
    }

    [Test]
    public void Unknown_and_malformed_events_are_counted()
    {
        Assert.That(Outcome(RawProvider.Tasks, 99, []), Is.EqualTo(NormalizeOutcome.Unknown));
        Assert.That(Outcome(RawProvider.Tasks, 99, []), Is.EqualTo(NormalizeOutcome.Unknown));
        Assert.That(Outcome(RawProvider.Tasks, 17, [1, 2]), Is.EqualTo(NormalizeOutcome.Malformed));
        Assert.That(_normalizer.Unknown, Is.EqualTo(new[] { new UnknownEvents("Tasks/99", 2), new UnknownEvents("malformed payload", 1) }));
    }

    [Test]
    public void Any_payload_is_survived() =>
        Gen.Select(Gen.Enum<RawProvider>(), Gen.Int[0, 100], Gen.Byte.Array[0, 64]).Sample((provider, id, payload) =>
        {
            new Normalizer(new Redactor(RedactionOptions.Default, new byte[32])).Normalize(new RawEvent(provider, id, payload), out _);
        });

    private static TestCaseData Case(int id, Payload payload, RecordedEvent expected) =>
        new TestCaseData(id, payload.ToArray(), expected).SetArgDisplayNames(id.ToString(System.Globalization.CultureInfo.InvariantCulture), expected.Kind.ToString(), expected.Text ?? "-");

    private RecordedEvent Kept(RawProvider provider, int id, byte[] payload)
    {
        var outcome = _normalizer.Normalize(new RawEvent(provider, id, payload) { TimeNs = s_bare.TimeNs, ThreadId = s_bare.ThreadId }, out var recorded);
        Assert.That(outcome, Is.EqualTo(NormalizeOutcome.Kept));
        return recorded;
    }

    private NormalizeOutcome Outcome(RawProvider provider, int id, byte[] payload) =>
        _normalizer.Normalize(new RawEvent(provider, id, payload), out _);
}
