using NUnit.Framework;
using ReplayKit.Recorder.Cli;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class CutTests
{
    [Test]
    public async Task Cut_writes_an_incident_that_can_be_shown()
    {
        var source = Files.Whole();
        var folder = Files.NewPath("-price-500");
        var cut = (await Tool.RunAsync("cut", source, "-o", folder, "--around", "request=1", "--title", "Price fetched twice")).IsDone();
        Assert.That(cut.Error, Is.Empty);
        Assert.That(cut.Out, Does.Contain("Price fetched twice").And.Contain($"[Incident(\"{folder}\")]").And.Contain("await replay.RunAsync();"));

        var (incident, slice) = IncidentFolder.Load(folder);
        Assert.That(incident.Title, Is.EqualTo("Price fetched twice"));
        Assert.That(incident.Requests, Has.Length.EqualTo(CausalGraphBuilder.Build(slice).Requests.Length));

        var shown = (await Tool.RunAsync("show", folder)).IsDone().Out;
        Assert.That(shown, Does.Contain("Price fetched twice").And.Contain("in the recording it was cut from"));
    }

    [Test]
    public async Task Cut_keeps_numbers_of_the_source()
    {
        var source = Files.Whole();
        var numbers = CausalGraphBuilder.Build(RecordingFile.Read(source)).Requests.Select(static request => request.Number).ToArray();
        var folder = Files.NewPath("-numbers");
        (await Tool.RunAsync("cut", source, "-o", folder, "--around", $"request={numbers[^1]}")).IsDone();
        Assert.That(CausalGraphBuilder.Build(IncidentFolder.Load(folder).Recording).Requests[^1].Number, Is.EqualTo(numbers[^1]));
    }

    [Test]
    public async Task Cut_of_an_incident_that_is_there_needs_force_and_drops_its_schedule()
    {
        var source = Files.Whole();
        var folder = Files.NewPath("-twice");
        string[] command = ["cut", source, "-o", folder, "--around", "request=1"];
        (await Tool.RunAsync(command)).IsDone();
        await File.WriteAllTextAsync(Path.Combine(folder, "schedule.json"), "{}");
        Assert.That((await Tool.RunAsync(command)).Failed(ExitCode.Usage).Error, Does.Contain("already holds an incident").And.Contain("--force"));
        Assert.That(File.Exists(Path.Combine(folder, "schedule.json")), Is.True);
        (await Tool.RunAsync([.. command, "--force"])).IsDone();
        Assert.That(File.Exists(Path.Combine(folder, "schedule.json")), Is.False);
    }

    [TestCase("request=999", "no request 999")]
    [TestCase("path=/none", "/none")]
    [TestCase("30s..31s", "in that window")]
    public async Task Cut_of_nothing_says_what_the_recording_lacks(string around, string expected)
    {
        var folder = Files.NewPath("-none");
        Assert.That((await Tool.RunAsync("cut", Files.Whole(), "-o", folder, "--around", around)).Failed(ExitCode.ConditionNotMet).Error, Does.Contain(expected));
        Assert.That(Directory.Exists(folder), Is.False);
    }

    [Test]
    public async Task Cut_of_a_lossy_recording_carries_what_was_lost()
    {
        var folder = Files.NewPath("-lossy");
        var cut = (await Tool.RunAsync("cut", Files.Lossy(), "-o", folder, "--around", "request=1")).IsDone();
        Assert.That(cut.Out, Does.Contain("LOSSY: 7 of "));
        var (incident, slice) = IncidentFolder.Load(folder);
        Assert.That((incident.Completeness.EventsLost, slice.Footer.Completeness.EventsLost), Is.EqualTo((7L, 7L)));
        Assert.That(slice.Footer.Completeness.EventsKept, Is.EqualTo(slice.Events.Length));
    }

    [Test]
    public async Task Cut_of_an_incident_keeps_what_is_known_of_its_first_source()
    {
        var (first, second) = (Files.NewPath("-first"), Files.NewPath("-second"));
        var source = Files.Lossy();
        (await Tool.RunAsync("cut", source, "-o", first, "--around", "request=2")).IsDone();
        (await Tool.RunAsync("cut", first, "-o", second, "--around", "request=2")).IsDone();
        Assert.That(
            IncidentFolder.LoadIncident(second).Completeness.EventsKept, Is.EqualTo(RecordingFile.Read(source).Footer.Completeness.EventsKept));
    }

    [TestCase("traces/price-cache", "Price_cache")]
    [TestCase("traces/2026-03-01", "Incident_2026_03_01")]
    [TestCase("x", "X")]
    public void Test_is_named_after_the_folder(string folder, string expected) => Assert.That(TestSnippet.TestName(folder), Is.EqualTo(expected));

    [Test]
    public void Snippet_has_six_lines_and_names_the_folder() =>
        Assert.That(TestSnippet.Lines("traces\\price-cache\\"), Has.Length.EqualTo(6).And.One.EqualTo("[Incident(\"traces/price-cache\")]"));
}
