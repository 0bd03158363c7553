using NUnit.Framework;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace Recorder.Tests.Live;

/// <summary>Records a real process under overlapping load and compares with what the process says of itself.</summary>
public sealed class LiveRecordingTests
{
    private RecordedLoad _load = null!;

    [OneTimeSetUp]
    public async Task Record() => _load = await RecordedLoad.MakeAsync(Path.Combine(TestContext.CurrentContext.WorkDirectory, "live.rktrace"));

    [Test]
    public void Recording_of_a_live_process_is_complete_and_leaves_it_running()
    {
        var completeness = _load.Recording.Footer.Completeness;
        Assert.Multiple(() =>
        {
            Assert.That(completeness.IsComplete, Is.True);
            Assert.That(completeness.EventsKept, Is.EqualTo(_load.Recording.Events.Length));
            Assert.That(completeness.Unknown, Is.Empty);
            Assert.That(_load.Summary.Events, Is.EqualTo(_load.Recording.Events.Length));
            Assert.That(_load.Summary.TargetExited, Is.False);
            Assert.That(_load.TargetAnswersAfterwards, Is.True);
        });
    }

    [Test]
    public void Header_names_process_and_assemblies()
    {
        var header = _load.Recording.Header;
        Assert.That(header.Process.Name, Is.EqualTo("RecorderTarget"));
        Assert.That(header.Process.RuntimeVersion, Does.StartWith("10."));
        Assert.That(header.Assemblies, Has.One.Matches<RecordedAssembly>(a => a!.Name == "RecorderTarget" && !a.IsFramework && a.Mvid != Guid.Empty));
        Assert.That(header.Assemblies, Has.One.Matches<RecordedAssembly>(a => a!.Name == "System.Private.CoreLib" && a.IsFramework));
        Assert.That(header.Redacted, Does.Contain("Authorization"));
    }

    [Test]
    public void Events_are_in_order_of_time() =>
        Assert.That(_load.Recording.Events.Select(static e => e.TimeNs), Is.Ordered);

    [Test]
    public void Every_request_is_found_with_path_query_and_status()
    {
        foreach (var url in _load.Expected)
        {
            var parts = url.Split('?');
            var request = _load.Request(int.Parse(parts[1]["id=".Length..]));
            Assert.That(request.Method, Is.EqualTo("GET"));
            Assert.That(request.Path, Is.EqualTo(parts[0]));
            Assert.That(request.Query, Is.EqualTo("?" + parts[1]));
            Assert.That(request.Status, Is.EqualTo(parts[0] == "/boom" ? 500 : 200), url);
            Assert.That(request.StopNs, Is.GreaterThan(request.StartNs));
        }
    }

    [Test]
    public void Numbers_follow_the_order_of_arrival() =>
        Assert.That(_load.Graph.Requests.Select(static request => request.Number), Is.EqualTo(Enumerable.Range(1, _load.Graph.Requests.Length)));

    [Test]
    public void Request_that_still_runs_has_no_end()
    {
        var request = _load.Request(RecordedLoad.NeverId);
        Assert.That(request.StopNs, Is.Null);
        Assert.That(request.Status, Is.Null);
        Assert.That(_load.OwnSteps(RecordedLoad.NeverId), Has.Length.EqualTo(1));
    }

    [Test]
    public void Request_with_a_body_says_so()
    {
        var request = _load.Request(801);
        Assert.That(request.Method, Is.EqualTo("POST"));
        Assert.That(request.HasBody, Is.True);
        Assert.That(_load.Request(501).HasBody, Is.False);
    }

    [Test]
    public void Secrets_of_requests_are_replaced_and_equal_ones_stay_equal()
    {
        var first = Header(_load.Request(1), "Authorization");
        Assert.That(first, Does.Not.Contain("token-of"));
        Assert.That(first, Does.StartWith("Bearer "));
        Assert.That(first, Has.Length.EqualTo("Bearer token-of-1".Length));
        Assert.That(Header(_load.Request(2), "Authorization"), Is.Not.EqualTo(first));
        Assert.That(Header(_load.Request(1), "X-Request-Id"), Is.EqualTo("1"));
        Assert.That(_load.Request(801).Query, Does.StartWith("?id=801&Code=").And.Not.Contain("abc"));
    }

    [Test]
    public void No_secret_is_anywhere_in_the_recording()
    {
        var texts = _load.Recording.Events.SelectMany(static e => (e.Fields.IsDefault ? [] : e.Fields.Select(static f => f.Value)).Append(e.Text ?? ""));
        Assert.That(texts, Has.None.Contains("token-of").And.None.Contains("hunter").And.None.Contains("=secret"));
    }

    [Test]
    public void Outgoing_calls_belong_to_their_requests()
    {
        Assert.That(_load.Graph.OutgoingCalls, Has.Length.EqualTo(10));
        foreach (var call in _load.Graph.OutgoingCalls)
        {
            var id = _load.IdOf(call.Request!.Value);
            Assert.That(call.Method, Is.EqualTo("GET"));
            Assert.That(call.Uri, Does.Contain($"/leaf?id={id + 1000}&token=").And.Not.Contain("secret"));
            Assert.That(call.Status, Is.EqualTo(200));
            var leaf = _load.Request(id + 1000);
            Assert.That(leaf.StartNs, Is.InRange(call.StartNs, call.StopNs!.Value));
            Assert.That(leaf.Query, Is.EqualTo(new Uri(call.Uri).Query));
        }
    }

    [Test]
    public void Exception_is_found_once_without_its_secret()
    {
        for (var id = 401; id < 405; id++)
        {
            var exceptions = _load.Request(id).Exceptions;
            Assert.That(exceptions, Has.Length.EqualTo(1));
            Assert.That(exceptions[0].Type, Is.EqualTo("System.InvalidOperationException"));
            Assert.That(exceptions[0].Message, Does.Match($"^request {id} failed; Password=.{{9}};$").And.Not.Contain("hunter"));
        }

        Assert.That(_load.Graph.Requests.Where(static request => request.Path != "/boom").SelectMany(static request => request.Exceptions), Is.Empty);
    }

    [Test]
    public void Garbage_collection_is_a_pause_inside_the_request_that_asked_for_it()
    {
        var request = _load.Request(601);
        Assert.That(_load.Graph.GcPauses, Has.Some.Matches<GcPause>(pause => pause!.StartNs > request.StartNs && pause.StopNs < request.StopNs));
    }

    private static string Header(RecordedRequest request, string name) => request.Headers.Single(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
