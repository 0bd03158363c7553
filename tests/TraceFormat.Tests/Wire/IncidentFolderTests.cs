using System.Text.Json.Nodes;
using NUnit.Framework;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;
using TraceFormat.Tests.Golden;

namespace TraceFormat.Tests.Wire;

/// <summary>The folder of an incident: what is saved is loaded, and a manifest made by an enemy is a typed error.</summary>
public sealed class IncidentFolderTests
{
    private static readonly Incident s_incident = new()
    {
        Title = "More sold \"than\" there was & half a \u20ac",
        Source = "Shop",
        RecordedUtc = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddTicks(1),
        WindowStartNs = long.MinValue,
        WindowEndNs = long.MaxValue,
        Symptom = new Symptom(SymptomKind.Exception, "System.InvalidOperationException"),
        Requests = ["r17 GET /price/42?a=1&b=2", ""],
        Completeness = new Completeness(10, 3, true, [new UnknownEvents("Löwe", 2)]) { Losses = [new LostEvents(101, 5, 9, 3)] },
        Redacted = ["Cookie"],
        Status = IncidentStatus.Fixed,
    };

    [Test]
    public void Saved_incident_is_loaded_member_by_member()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "traces", "one");
        IncidentFolder.Save(path, s_incident, Sample.Recording);
        var (incident, recording) = IncidentFolder.Load(path);
        AssertSame(incident, s_incident);
        Assert.That(RecordingText.Of(recording), Is.EqualTo(RecordingText.Of(Sample.Recording)));
        Assert.That(Directory.GetFileSystemEntries(path).Select(Path.GetFileName), Is.EquivalentTo(new[] { IncidentFolder.IncidentFileName, IncidentFolder.RecordingFileName }));
    }

    [Test]
    public void Incident_saved_over_another_replaces_it()
    {
        using var folder = new TempFolder();
        IncidentFolder.Save(folder.Path, s_incident with { Title = new string('x', 9_000) }, Sample.Recording);
        IncidentFolder.Save(folder.Path, s_incident, Sample.Recording with { Events = [] });
        Assert.That(IncidentFolder.Load(folder.Path).Incident.Title, Is.EqualTo(s_incident.Title));
        Assert.That(IncidentFolder.Load(folder.Path).Recording.Events, Is.Empty);
    }

    [Test]
    public void Incidents_of_the_repository_are_loaded()
    {
        var folders = Directory.GetDirectories(RepositoryRoot.File("traces"));
        Assert.That(folders, Is.Not.Empty);
        foreach (var folder in folders)
        {
            var (incident, recording) = IncidentFolder.Load(folder);
            Assert.That(recording.Events.Count(static e => e.Kind == RecordedEventKind.RequestStarted), Is.EqualTo(incident.Requests.Length), folder);
        }
    }

    [Test]
    public void Manifest_written_before_losses_and_status_is_loaded()
    {
        var incident = LoadChanged(static json =>
        {
            json.Remove("status");
            json["completeness"]!.AsObject().Remove("losses");
        });
        Assert.That((incident.Status, incident.Completeness.Losses.Length), Is.EqualTo((IncidentStatus.Open, 0)));
    }

    [Test]
    public void Folder_that_is_not_there_or_holds_no_manifest_is_missing()
    {
        using var folder = new TempFolder();
        Assert.That(() => IncidentFolder.Load(folder.File("nowhere")), Throws.InstanceOf<RecordingMissingException>().With.Message.Contains("nowhere"));
        Assert.That(() => IncidentFolder.Load(folder.Path), Throws.InstanceOf<RecordingMissingException>().With.Message.Contains("replaykit cut"));
        Directory.CreateDirectory(folder.File(IncidentFolder.IncidentFileName));
        Assert.That(() => IncidentFolder.Load(folder.Path), Throws.InstanceOf<RecordingMissingException>());
        Assert.That(() => IncidentFolder.Load("bad\0name"), Throws.InstanceOf<RecordingMissingException>());
    }

    [Test]
    public void Folder_without_its_recording_is_missing_it()
    {
        using var folder = Saved();
        File.Delete(folder.File(IncidentFolder.RecordingFileName));
        Assert.That(() => IncidentFolder.Load(folder.Path), Throws.InstanceOf<RecordingMissingException>().With.Message.Contains(IncidentFolder.RecordingFileName));
        Assert.That(IncidentFolder.LoadIncident(folder.Path).Title, Is.EqualTo(s_incident.Title));
    }

    [Test]
    public void Manifest_cannot_lead_to_another_file()
    {
        using var folder = Saved();
        Change(folder, static json =>
        {
            json["recording"] = "../../outside.rktrace";
            json["path"] = "/etc/passwd";
            json["$ref"] = "file:///etc/passwd";
            json["source"] = "../../../Shop";
        });
        var (incident, recording) = IncidentFolder.Load(folder.Path);
        Assert.That(incident.Source, Is.EqualTo("../../../Shop"), "a name, never a path");
        Assert.That(recording.Events, Has.Length.EqualTo(Sample.Recording.Events.Length), "read from beside the manifest");
    }

    [Test]
    public void Recording_that_links_to_something_else_tells_nothing_of_it()
    {
        using var folder = Saved();
        var secret = folder.Write("a secret"u8.ToArray(), "outside.txt");
        File.Delete(folder.File(IncidentFolder.RecordingFileName));
        File.CreateSymbolicLink(folder.File(IncidentFolder.RecordingFileName), secret);
        Assert.That(() => IncidentFolder.Load(folder.Path), Throws.InstanceOf<NotARecordingException>().With.Message.Not.Contains("secret"));
    }

    private static IEnumerable<TestCaseData> Malformed()
    {
        yield return Case("empty", "");
        yield return Case("null", "null");
        yield return Case("list", "[]");
        yield return Case("text", "\"x\"");
        yield return Case("no members", "{}");
        yield return Case("cut short", "{\"title\":\"");
        yield return Case("deep", new string('[', 100_000));
        yield return Case("deep in a member nobody knows", "{\"x\":" + new string('[', 100_000));
        yield return Case("comment", "{ /* */ }");
        yield return Case("not JSON", "\0\u0001\u0002");
    }

    [TestCaseSource(nameof(Malformed))]
    public void Manifest_that_is_no_description_is_damaged(string text)
    {
        using var folder = Saved();
        File.WriteAllText(folder.File(IncidentFolder.IncidentFileName), text);
        Assert.That(() => IncidentFolder.Load(folder.Path), Throws.InstanceOf<RecordingDamagedException>().With.Message.Contains(IncidentFolder.IncidentFileName));
    }

    [TestCase("title", "null")]
    [TestCase("title", "5")]
    [TestCase("title", "\"\\ud800\"")]
    [TestCase("recordedUtc", "\"yesterday\"")]
    [TestCase("recordedUtc", "\"99999-01-01T00:00:00Z\"")]
    [TestCase("windowStartNs", "1e400")]
    [TestCase("windowStartNs", "9223372036854775808")]
    [TestCase("windowStartNs", "1.5")]
    [TestCase("symptom", "null")]
    [TestCase("symptom", "{}")]
    [TestCase("symptom", "{\"kind\":\"other\",\"detail\":\"\"}")]
    [TestCase("symptom", "{\"kind\":1,\"detail\":\"\"}")]
    [TestCase("symptom", "{\"kind\":\"status\",\"detail\":null}")]
    [TestCase("requests", "null")]
    [TestCase("requests", "[null]")]
    [TestCase("requests", "[1]")]
    [TestCase("requests", "{}")]
    [TestCase("completeness", "null")]
    [TestCase("completeness", "{\"eventsKept\":1,\"eventsLost\":0,\"isCutShort\":false,\"unknown\":null}")]
    [TestCase("completeness", "{\"eventsKept\":1,\"eventsLost\":0,\"isCutShort\":false,\"unknown\":[null]}")]
    [TestCase("completeness", "{\"eventsKept\":1,\"eventsLost\":0,\"isCutShort\":false,\"unknown\":[{\"name\":null,\"count\":1}]}")]
    [TestCase("completeness", "{\"eventsKept\":1,\"eventsLost\":0,\"isCutShort\":false,\"unknown\":[],\"losses\":null}")]
    [TestCase("completeness", "{\"eventsKept\":1,\"eventsLost\":0,\"isCutShort\":false,\"unknown\":[],\"losses\":[null]}")]
    [TestCase("redacted", "[[]]")]
    [TestCase("status", "\"closed\"")]
    [TestCase("status", "7")]
    public void Manifest_with_a_wrong_member_is_damaged(string member, string value)
    {
        using var folder = Saved();
        var text = File.ReadAllText(folder.File(IncidentFolder.IncidentFileName));
        var json = JsonNode.Parse(text)!.AsObject();
        json[member] = "HERE";
        File.WriteAllText(folder.File(IncidentFolder.IncidentFileName), json.ToJsonString().Replace("\"HERE\"", value));
        Assert.That(() => IncidentFolder.Load(folder.Path), Throws.InstanceOf<RecordingDamagedException>().With.Message.Contains("Mend it by hand"));
    }

    [Test]
    public void Manifest_that_is_no_utf8_or_too_large_is_damaged()
    {
        using var folder = Saved();
        folder.Write([.. "{\"title\":\""u8, 0xff, 0xfe, .. "\"}"u8], IncidentFolder.IncidentFileName);
        Assert.That(() => IncidentFolder.Load(folder.Path), Throws.InstanceOf<RecordingDamagedException>());
        using (var file = File.OpenWrite(folder.File(IncidentFolder.IncidentFileName))) file.SetLength(WireLimits.DescriptionBytesMax + 1L);
        Assert.That(() => IncidentFolder.Load(folder.Path), Throws.InstanceOf<RecordingDamagedException>().With.Message.Contains("larger"));
    }

    [Test]
    public void Manifest_with_any_byte_changed_or_cut_gives_no_error_without_a_type()
    {
        using var folder = Saved();
        var bytes = File.ReadAllBytes(folder.File(IncidentFolder.IncidentFileName));
        for (var at = 0; at < bytes.Length; at++)
        {
            foreach (var value in (byte[])[0, (byte)'"', (byte)'{', 0xff])
            {
                var changed = bytes.ToArray();
                changed[at] = value;
                AssertTyped(folder, changed);
            }

            AssertTyped(folder, bytes[..at]);
        }
    }

    [Test]
    public void Incident_that_cannot_be_written_is_a_typed_error()
    {
        using var folder = new TempFolder();
        var file = folder.Write([1], "file");
        Assert.That(() => IncidentFolder.Save(Path.Combine(file, "inside"), s_incident, Sample.Recording), Throws.InstanceOf<RecordingWriteException>());
        Directory.CreateDirectory(folder.File("a/" + IncidentFolder.IncidentFileName));
        Assert.That(() => IncidentFolder.Save(folder.File("a"), s_incident, Sample.Recording), Throws.InstanceOf<RecordingWriteException>());
    }

    private static void AssertTyped(TempFolder folder, byte[] manifest)
    {
        folder.Write(manifest, IncidentFolder.IncidentFileName);
        try
        {
            var incident = IncidentFolder.LoadIncident(folder.Path);
            Assert.That(incident.Title, Is.Not.Null);
        }
        catch (RecordingDamagedException)
        {
            // Typed, as it must be.
        }
    }

    private static Incident LoadChanged(Action<JsonObject> change)
    {
        using var folder = Saved();
        Change(folder, change);
        return IncidentFolder.LoadIncident(folder.Path);
    }

    private static void Change(TempFolder folder, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(folder.File(IncidentFolder.IncidentFileName)))!.AsObject();
        change(json);
        File.WriteAllText(folder.File(IncidentFolder.IncidentFileName), json.ToJsonString());
    }

    private static TempFolder Saved()
    {
        var folder = new TempFolder();
        IncidentFolder.Save(folder.Path, s_incident, Sample.Recording);
        return folder;
    }

    private static TestCaseData Case(string name, string text) => new TestCaseData(text).SetArgDisplayNames(name);

    private static void AssertSame(Incident read, Incident written)
    {
        Assert.That(read.Requests, Is.EqualTo(written.Requests));
        Assert.That(read.Redacted, Is.EqualTo(written.Redacted));
        Assert.That(read.Completeness.Unknown, Is.EqualTo(written.Completeness.Unknown));
        Assert.That(read.Completeness.Losses, Is.EqualTo(written.Completeness.Losses));
        var completeness = read.Completeness with { Unknown = written.Completeness.Unknown, Losses = written.Completeness.Losses };
        Assert.That(read with { Requests = written.Requests, Redacted = written.Redacted, Completeness = completeness }, Is.EqualTo(written with { Completeness = completeness }));
        Assert.That(completeness, Is.EqualTo(written.Completeness));
    }
}
