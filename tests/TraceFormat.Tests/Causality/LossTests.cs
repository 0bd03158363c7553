using System.Collections.Immutable;
using CsCheck;
using NUnit.Framework;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace TraceFormat.Tests.Causality;

/// <summary>Events may be missing anywhere.</summary>
public sealed class LossTests
{
    private static readonly Gen<RecordedEvent> s_event =
        Gen.Select(Gen.Enum<RecordedEventKind>(), Gen.Int[0, 3], Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[-1, 3]).Select(static (kind, thread, task, other, number) =>
            new RecordedEvent(kind, 0, thread)
            {
                TaskId = task,
                RelatedTaskId = other,
                Number = number,
                Text = number switch { 0 => null, 1 => CausalGraphBuilder.HandoverMethod, 2 => "<ProcessRequests>d__1`1", _ => "<Get>d__0" },
                Fields = other == 0 ? default : [new(FieldNames.TraceIdentifier, other.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            });

    [Test]
    public void Any_sequence_of_events_gives_a_graph_that_holds_together() =>
        s_event.Array[0, 200].Sample(static events =>
        {
            var graph = CausalGraphBuilder.Build([.. events.Select(static (e, index) => e with { TimeNs = index * 10 })]);
            var numbers = graph.Requests.Select(static request => request.Number).ToHashSet();
            return numbers.Count == graph.Requests.Length
                && graph.Requests.Count(static _ => true) == events.Count(static e => e.Kind == RecordedEventKind.RequestStarted)
                && graph.Steps.Count(static step => step.IsArrival) == graph.Requests.Length
                && graph.Steps.Select(static (step, index) => step.Index == index && step.EndNs >= step.BeginNs).All(static isTrue => isTrue)
                && graph.Steps.All(step => numbers.Contains(step.Request))
                && graph.Steps.All(step => step.IsArrival || (step.Resumption > 0 && step.Invocation > 0));
        }, iter: 2_000);

    [Test]
    public void Lost_end_of_a_run_is_noticed_when_its_task_runs_again()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "<Get>d__0").Stop(1, "a")
            .Work(2, 11) // its end was lost
            .Work(3, 11).EndWork(3)
            .Begin(2, 12, "<Other>d__1").Work(4, 12).EndWork(4)
            .Build();
        Assert.That(StepRuleTests.Told(graph), Is.EqualTo(new[]
        {
            "r1 arrival T1 10-30", "r1 <Get>d__0 1/1 after '' T2 40-50", "r1 <Get>d__0 1/2 after '' T3 50-60",
        }));
    }

    [Test]
    public void End_of_a_run_that_began_before_the_recording_is_passed_over()
    {
        var graph = new EventScript().EndWork(1).Start(1, "a").EndWork(1).Begin(1, 11, "<Get>d__0").Build();
        Assert.That(StepRuleTests.Told(graph), Is.EqualTo(new[] { "r1 arrival T1 20-40" }));
    }

    [Test]
    public void Empty_recording_has_an_empty_graph() =>
        Assert.That(CausalGraphBuilder.Build(ImmutableArray<RecordedEvent>.Empty).Steps, Is.Empty);
}
