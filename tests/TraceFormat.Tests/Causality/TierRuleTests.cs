using NUnit.Framework;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace TraceFormat.Tests.Causality;

/// <summary>What a graph says where the recorder listened to less, to nothing, or lost something.</summary>
public sealed class TierRuleTests
{
    [Test]
    public void Run_that_was_open_before_a_gap_is_not_taken_for_open_after_it()
    {
        var graph = new EventScript()
            .Tier(RecordingTier.Tasks)
            .Start(1, "a").Begin(1, 11, "<Get>d__0").Work(2, 11)
            .Tier(RecordingTier.Off)
            .Tier(RecordingTier.Tasks)
            .Begin(2, 12, "<Other>d__1").Work(3, 12).EndWork(3)
            .Build();
        Assert.That(graph.Steps.Select(static step => step.Method), Is.EqualTo(new[] { "", "<Get>d__0" }), "whose the other task is, is not known");
        Assert.That(graph.Steps[1].EndNs, Is.EqualTo(50), "until there it is known to have run");
    }

    [Test]
    public void Exception_of_a_recording_without_steps_belongs_to_nobody()
    {
        var graph = new EventScript().Tier(RecordingTier.Requests).Start(1, "a").Throw(1, "System.Exception").Stop(2, "a").Build();
        Assert.That(graph.Requests.Single().Exceptions, Is.Empty);
    }

    [Test]
    public void Command_belongs_to_the_request_that_sent_it_and_is_paired_by_its_id()
    {
        var graph = new EventScript()
            .Start(1, "a").Query(1, "SELECT 1", 7).Start(2, "b").Query(2, "SELECT 2", 8).QueryEnd(3, 7).QueryEnd(4, 8, hasFailed: true)
            .Build();
        Assert.That(graph.DatabaseCommands, Is.EqualTo(new[]
        {
            new DatabaseCommand(1, "ef", "SELECT 1", 20, 50, HasFailed: false), new DatabaseCommand(2, "ef", "SELECT 2", 40, 60, HasFailed: true),
        }));
    }

    [Test]
    public void Command_without_an_id_is_paired_on_its_thread()
    {
        var graph = new EventScript().Start(1, "a").Query(1, "SELECT 1", 0, "npgsql").Query(2, "SELECT 2", 0, "npgsql").QueryEnd(1, 0, source: "npgsql").Build();
        Assert.That(graph.DatabaseCommands.Select(static command => command.StopNs), Is.EqualTo(new long?[] { 40, null }));
    }

    [Test]
    public void Requests_that_ran_in_a_gap_carry_its_count_and_others_do_not()
    {
        var graph = new EventScript()
            .Start(1, "before").Stop(1, "before")      // 10 to 20
            .Start(1, "during")                        // 30
            .Lose(9, 5, sinceNs: 25)                   // 25 to 40
            .Stop(1, "during")                         // 50
            .Start(1, "after").Lose(9, 2, sinceNs: 65) // from 60, gap 65 to 70
            .Build();
        Assert.That(graph.Requests.Select(static request => (request.Path, request.EventsLost)), Is.EqualTo(new[] { ("/before", 0L), ("/during", 5L), ("/after", 2L) }));
    }

    [Test]
    public void Command_without_id_ends_on_whatever_thread_its_request_goes_on()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "A").Query(1, "SELECT 1", 0, "npgsql").Wait(1, 11, 12)
            .Start(2, "b").Begin(2, 21, "B").Query(2, "SELECT 2", 0, "npgsql").Wait(2, 21, 22)
            .Work(2, 11).QueryEnd(2, 0, source: "npgsql").EndWork(2)
            .Work(1, 21).QueryEnd(1, 0, source: "npgsql").EndWork(1)
            .Build();
        Assert.That(graph.DatabaseCommands.Select(static command => (command.Request, command.Text, command.StopNs)), Is.EqualTo(new (int?, string, long?)[]
        {
            (1, "SELECT 1", 100), (2, "SELECT 2", 130),
        }));
    }
}
