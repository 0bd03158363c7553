using System.Text.Json;
using NUnit.Framework;
using ReplayKit.Recorder.Cli;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class ShowSnapshotTests
{
    [Test]
    public void Show_complete_recording_prints_facts_and_requests() =>
        Snapshot.Check("show.txt", Print(terminal => new ShowText(SampleView.Create(), terminal).Write()));

    [Test]
    public void Show_lossy_cut_short_recording_says_so_prominently()
    {
        var view = SampleView.Create(new Completeness(42, 8, true, [new UnknownEvents("Some-Provider/12", 3)])
        {
            Losses = [new LostEvents(22, 0, 1_040_000_000, 3), new LostEvents(21, 1_001_000_000, 1_030_000_000, 5)],
        });
        Snapshot.Check("show-lossy.txt", Print(terminal => new ShowText(view, terminal).Write()));
    }

    [Test]
    public void Show_incident_prints_its_manifest() =>
        Snapshot.Check("show-incident.txt", Print(terminal => new ShowText(SampleView.Create(incident: SampleView.Incident), terminal).Write()));

    [TestCase(17)]
    [TestCase(18, Description = "awaits a task that another request runs")]
    [TestCase(19, Description = "failed")]
    [TestCase(20, Description = "unanswered")]
    public void Show_request_prints_steps_awaits_calls_and_exceptions(int number)
    {
        var view = SampleView.Create();
        var request = view.Graph.Requests.Single(r => r.Number == number);
        Snapshot.Check($"show-request-{number}.txt", Print(terminal => new RequestDetailText(view, request, terminal).Write()));
    }

    [Test]
    public void Show_json_with_everything_keeps_its_schema()
    {
        var view = SampleView.Create(incident: SampleView.Incident);
        var text = Print(terminal => JsonOutput.Write(terminal.Out, output => ShowJson.Write(output, view, view.Graph.Requests[0], withEvents: true)));
        Assert.That(() => JsonDocument.Parse(text).Dispose(), Throws.Nothing);
        Snapshot.Check("show.json", text);
    }

    [Test]
    public void Show_events_prints_one_line_each()
    {
        var events = SampleView.Create().Recording.Events;
        Snapshot.Check("show-events.txt", string.Concat(events.Select((e, i) => EventText.Line(i, e) + "\n")));
    }

    [Test]
    public void Show_flood_of_requests_on_a_terminal_is_cut()
    {
        var view = SampleView.Many(RequestTable.RequestsOnTerminalMax + 5);
        var onTerminal = new StringWriter();
        new RequestTable(view, new Terminal(onTerminal, TextWriter.Null, IsInteractive: true, 100)).Write();
        Assert.That(onTerminal.ToString(), Does.Contain("… and 5 more"));
        Assert.That(Print(terminal => new RequestTable(view, terminal).Write()), Does.Contain("r205").And.Not.Contain("more"));
    }

    private static string Print(Action<Terminal> print)
    {
        var output = new StringWriter();
        print(new Terminal(output, TextWriter.Null, IsInteractive: false, int.MaxValue));
        return output.ToString();
    }
}
