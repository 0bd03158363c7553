using NUnit.Framework;
using ReplayKit.TraceFormat.Causality;

namespace TraceFormat.Tests.Causality;

/// <summary>A host's own loops live longer than the requests they carry.</summary>
public sealed class HostLoopTests
{
    private const string KestrelLoop = "<ProcessRequests>d__237`1";

    [Test]
    public void Loop_that_suspends_in_a_request_belongs_to_nobody()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "<Get>d__0").Begin(1, 50, KestrelLoop).Wait(1, 50, 11).Begin(1, 51, "<Outer>d__1").Wait(1, 51, 50)
            .Work(2, 11).End(2, 11).Work(2, 50).Stop(2, "a").Wait(2, 50, 9).EndWork(2).EndWork(2)
            .Work(3, 51).EndWork(3)
            .Build();
        Assert.That(StepRuleTests.Told(graph), Is.EqualTo(new[] { "r1 arrival T1 10-20", "r1 <Get>d__0 1/1 after '' T2 70-80" }));
    }

    [Test]
    public void Loop_is_known_by_what_it_does_when_its_name_is_not()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "<Get>d__0").Begin(1, 50, "<Serve>d__9").Wait(1, 50, 11)
            .Work(2, 11).End(2, 11).Work(2, 50).Stop(2, "a").EndWork(2).EndWork(2)
            .Build();
        Assert.That(StepRuleTests.Told(graph), Is.EqualTo(new[] { "r1 arrival T1 10-20", "r1 <Get>d__0 1/1 after '' T2 50-60" }));
    }

    [Test]
    public void Second_request_of_a_connection_is_its_own()
    {
        var graph = new EventScript()
            .Start(1, "a").Stop(1, "a").Begin(1, 50, KestrelLoop)
            .Work(2, 50).Start(2, "b").Begin(2, 21, "<Get>d__0").Wait(2, 50, 21).EndWork(2)
            .Work(3, 21).End(3, 21).Work(3, 50).Stop(3, "b").Begin(3, 60, "<Idle>d__2").EndWork(3).EndWork(3)
            .Work(1, 60).EndWork(1)
            .Build();
        Assert.That(StepRuleTests.Told(graph), Is.EqualTo(new[]
        {
            "r1 arrival T1 10-20", "r2 arrival T2 50-60", "r2 <Get>d__0 1/1 after '' T3 90-100",
        }));
    }

    [Test]
    public void Thread_that_a_request_has_left_works_for_nobody()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "<Get>d__0").Begin(1, 50, KestrelLoop)
            .Begin(1, 60, "<Other>d__2").Work(2, 60).EndWork(2)
            .Build();
        Assert.That(StepRuleTests.Told(graph), Is.EqualTo(new[] { "r1 arrival T1 10-20" }));
    }

    [Test]
    public void Method_of_the_service_that_is_called_alike_is_no_loop()
    {
        var graph = new EventScript().Start(1, "a").Begin(1, 11, "<ProcessRequests>d__0").Work(2, 11).EndWork(2).Build();
        Assert.That(StepRuleTests.Told(graph), Does.Contain("r1 <ProcessRequests>d__0 1/1 after '' T2 30-40"));
    }

    [Test]
    public void Request_served_in_process_leaves_its_caller_what_is_the_callers()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, "<Get>d__0")
            .Work(2, 11).Start(2, "inner").Stop(2, "inner").Begin(2, 12, "<After>d__1").EndWork(2)
            .Work(3, 12).EndWork(3)
            .Build();
        Assert.That(StepRuleTests.Told(graph), Is.EqualTo(new[]
        {
            "r1 arrival T1 10-20", "r1 <Get>d__0 1/1 after '' T2 30-70", "r2 arrival T2 40-50", "r1 <After>d__1 1/1 after '' T3 80-90",
        }));
    }

    [Test]
    public void Pipeline_handed_to_another_thread_continues_the_arrival()
    {
        var graph = new EventScript()
            .Start(1, "a").Begin(1, 11, CausalGraphBuilder.HandoverMethod).Schedule(1, 11).Begin(1, 50, KestrelLoop)
            .Work(2, 11).Begin(2, 12, "<Get>d__0").Wait(2, 12, 9).EndWork(2)
            .Work(2, 12).End(2, 12).EndWork(2)
            .Build();
        Assert.That(StepRuleTests.Told(graph), Is.EqualTo(new[] { "r1 arrival T1 10-70", "r1 <Get>d__0 1/1 after '' T2 90-100" }));
    }
}
