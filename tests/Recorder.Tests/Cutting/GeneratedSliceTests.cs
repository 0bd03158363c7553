using NUnit.Framework;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Tests.Cutting;

public sealed class GeneratedSliceTests
{
    private const int ServiceCount = 500;

    [Test]
    public void Slice_of_any_requests_tells_the_same_of_them_as_its_source([Range(0, 4)] int part)
    {
        for (var seed = part; seed < ServiceCount; seed += 5)
        {
            var source = GeneratedService.Record(seed);
            var graph = CausalGraphBuilder.Build(source);
            if (graph.Requests.IsEmpty) continue;
            var random = new Random(seed);
            SliceAssert.CutsTheSame(source, graph, graph.Requests.Select(static request => request.Number));
            foreach (var request in graph.Requests) SliceAssert.CutsTheSame(source, graph, request.Number);
            var some = graph.Requests.Where(_ => random.Next(2) == 0).Select(static request => request.Number).ToArray();
            if (some.Length > 0) SliceAssert.CutsTheSame(source, graph, some);
        }
    }

    [Test]
    public void Slice_of_a_slice_is_the_slice()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var source = GeneratedService.Record(seed);
            var graph = CausalGraphBuilder.Build(source);
            if (graph.Requests.Length < 3) continue;
            int[] two = [graph.Requests[1].Number, graph.Requests[2].Number];
            var once = SliceAssert.CutsTheSame(source, graph, two);
            var twice = SliceAssert.CutsTheSame(once, CausalGraphBuilder.Build(once), two);
            Assert.That(twice.Events, Is.EqualTo(once.Events));
        }
    }

    [Test]
    public void Generated_services_have_what_makes_cutting_hard()
    {
        var graphs = Enumerable.Range(0, ServiceCount).Select(static seed => CausalGraphBuilder.Build(GeneratedService.Record(seed))).ToArray();
        Assert.That(graphs.Sum(static graph => graph.Steps.Length), Is.GreaterThan(5000));
        Assert.That(graphs.Count(static graph => graph.Requests.Any(static request => request.StopNs is null)), Is.GreaterThan(20), "unanswered requests");
        Assert.That(graphs.Count(AwaitsAcrossRequests), Is.GreaterThan(50), "tasks shared between requests");
        Assert.That(graphs.Count(static graph => !graph.GcPauses.IsEmpty), Is.GreaterThan(50), "garbage collections");
    }

    private static bool AwaitsAcrossRequests(CausalGraph graph)
    {
        var owners = graph.Steps.Where(static step => !step.IsArrival).DistinctBy(static step => step.TaskId).ToDictionary(static step => step.TaskId, static step => step.Request);
        return graph.Awaits.Any(edge =>
            owners.TryGetValue(edge.AwaiterTaskId, out var awaiter) && owners.TryGetValue(edge.AwaitedTaskId, out var awaited) && awaiter != awaited);
    }
}
