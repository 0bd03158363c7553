using NUnit.Framework;
using ReplayKit.TraceFormat.Causality;

namespace TraceFormat.Tests.Causality;

/// <summary>One rule each, on events written by hand.</summary>
public sealed class StepRuleTests
{
    [Test]
    public void Arrival_ends_where_its_methods_have_suspended()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 10, "Task.Delay").Begin(1, 11, "<Get>d__0").Wait(1, 11, 10)
            .Build();
        Assert.That(Told(graph), Is.EqualTo(new[] { "r1 arrival T1 10-40" }));
    }

    [Test]
    public void Resumption_is_a_step_that_ends_with_its_operation()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 10, "Task.Delay").Begin(1, 11, "<Get>d__0").Wait(1, 11, 10)
            .Work(2, 11).End(2, 11).EndWork(2).Stop(2, "a")
            .Build();
        Assert.That(Told(graph), Is.EqualTo(new[] { "r1 arrival T1 10-40", "r1 <Get>d__0 1/1 after 'Task.Delay' T2 50-60" }));
    }

    [Test]
    public void Resumption_that_suspends_again_ends_where_it_began_to_wait()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "<Get>d__0").Wait(1, 11, 9)
            .Work(2, 11).Begin(2, 12, "<Fetch>d__1").Wait(2, 11, 12).EndWork(2)
            .Work(3, 11).EndWork(3)
            .Build();
        Assert.That(Told(graph), Is.EqualTo(new[]
        {
            "r1 arrival T1 10-30", "r1 <Get>d__0 1/1 after '' T2 40-60", "r1 <Get>d__0 1/2 after '<Fetch>d__1' T3 80-90",
        }));
    }

    [Test]
    public void Nested_resumption_is_a_step_of_its_own_and_code_behind_it_stays_inside()
    {
        // "<Set>" completes a source inside its own code, which resumes "<Get>" inline, and then goes on.
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "<Get>d__0").Stop(1, "x")
            .Start(2, "b").Begin(2, 21, "<Set>d__1").Wait(2, 21, 9)
            .Work(3, 21).Work(3, 11).End(3, 11).EndWork(3).End(3, 21).EndWork(3)
            .Build();
        Assert.That(Told(graph), Does.Contain("r2 <Set>d__1 1/1 after '' T3 70-110").And.Contain("r1 <Get>d__0 1/1 after '' T3 80-90"));
    }

    [Test]
    public void Completed_method_ends_before_the_caller_that_it_resumes()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 12, "<Fetch>d__1").Begin(1, 11, "<Get>d__0").Wait(1, 11, 12)
            .Work(2, 12).End(2, 12).Work(2, 11).End(2, 11).EndWork(2).EndWork(2)
            .Build();
        Assert.That(Told(graph).Skip(1), Is.EqualTo(new[]
        {
            "r1 <Fetch>d__1 1/1 after '' T2 50-60", "r1 <Get>d__0 1/1 after '<Fetch>d__1' T2 70-80",
        }));
        Assert.That(graph.Steps[1].AwaiterTaskId, Is.EqualTo(11));
        Assert.That(graph.Awaits, Is.EqualTo(new[] { new AwaitEdge(11, 12, 40) }));
    }

    [Test]
    public void Invocations_of_a_method_are_counted_per_request()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "<Get>d__0").Begin(1, 12, "<Get>d__0")
            .Start(2, "b").Begin(2, 21, "<Get>d__0")
            .Work(3, 12).EndWork(3).Work(3, 21).EndWork(3).Work(3, 11).EndWork(3)
            .Build();
        Assert.That(Told(graph).Skip(2), Is.EqualTo(new[]
        {
            "r1 <Get>d__0 2/1 after '' T3 60-70", "r2 <Get>d__0 1/1 after '' T3 80-90", "r1 <Get>d__0 1/1 after '' T3 100-110",
        }));
    }

    [Test]
    public void Synchronous_request_is_one_step_that_ends_as_it_does() =>
        Assert.That(Told(new EventScript().Start(1, "a").Stop(1, "a").Build()), Is.EqualTo(new[] { "r1 arrival T1 10-20" }));

    [Test]
    public void Arrival_that_finds_its_await_complete_lasts_until_the_stop()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "<Get>d__0").Work(2, 11).End(2, 11).EndWork(2).Stop(1, "a")
            .Build();
        Assert.That(Told(graph), Does.Contain("r1 arrival T1 10-60"));
    }

    [Test]
    public void Body_of_a_scheduled_task_is_a_step_of_the_request_that_scheduled_it()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "<Get>b__1").Schedule(1, 11).Work(2, 11).EndWork(2).End(2, 11)
            .Build();
        Assert.That(Told(graph), Does.Contain("r1 <Get>b__1 1/1 after '' T2 40-50"));
    }

    [Test]
    public void What_a_step_begins_belongs_to_its_request_even_after_the_answer()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "<Get>d__0").Stop(1, "a")
            .Work(2, 11).Begin(2, 12, "<Later>d__1").EndWork(2).Work(3, 12).EndWork(3)
            .Build();
        Assert.That(Told(graph), Does.Contain("r1 <Later>d__1 1/1 after '' T3 70-80"));
    }

    [Test]
    public void What_began_before_the_recording_belongs_to_nobody()
    {
        var graph = new EventScript().Work(1, 5).Begin(1, 6, "<Loop>d__0").Wait(1, 5, 6).EndWork(1).Work(2, 6).EndWork(2).Stop(2, "old").Build();
        Assert.That(graph.Steps, Is.Empty);
        Assert.That(graph.Requests, Is.Empty);
    }

    [Test]
    public void Operation_that_two_requests_await_belongs_to_the_one_that_began_it()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 10, "<Fetch>d__1").Begin(1, 11, "<Get>d__0").Wait(1, 11, 10)
            .Start(2, "b").Begin(2, 21, "<Get>d__0").Wait(2, 21, 10)
            .Work(3, 10).End(3, 10).Work(3, 11).EndWork(3).Work(3, 21).EndWork(3).EndWork(3)
            .Build();
        Assert.That(Told(graph).Skip(2), Is.EqualTo(new[]
        {
            "r1 <Fetch>d__1 1/1 after '' T3 80-90", "r1 <Get>d__0 1/1 after '<Fetch>d__1' T3 100-110", "r2 <Get>d__0 1/1 after '<Fetch>d__1' T3 120-130",
        }));
    }

    internal static string[] Told(CausalGraph graph) =>
        [.. graph.Steps.Select(static step => step.IsArrival
            ? $"r{step.Request} arrival T{step.ThreadId} {step.BeginNs}-{step.EndNs}"
            : $"r{step.Request} {step.Method} {step.Invocation}/{step.Resumption} after '{step.Awaited}' T{step.ThreadId} {step.BeginNs}-{step.EndNs}")];
}
