using NUnit.Framework;
using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Tests.Cutting;

public sealed class SliceCheckTests
{
    private static readonly CausalGraph Graph = CausalGraphBuilder.Build(GeneratedService.Record(1));

    private static readonly HashSet<int> All = [.. Graph.Requests.Select(static request => request.Number)];

    [Test]
    public void Differences_of_a_graph_and_itself_are_none() => Assert.That(SliceCheck.Differences(Graph, Graph, All), Is.Empty);

    [Test]
    public void Differences_ignore_requests_that_were_not_kept() =>
        Assert.That(SliceCheck.Differences(Graph, new CausalGraph([], [], [], [], []), new HashSet<int>()), Is.Empty);

    [Test]
    public void Differences_name_a_step_that_changed()
    {
        var changed = Graph with { Steps = Graph.Steps.SetItem(1, Graph.Steps[1] with { EndNs = Graph.Steps[1].EndNs + 1 }) };
        Assert.That(SliceCheck.Differences(Graph, changed, All), Has.Length.EqualTo(1).And.One.StartsWith("step 1:"));
    }

    [Test]
    public void Differences_name_a_step_that_is_missing() =>
        Assert.That(SliceCheck.Differences(Graph, Graph with { Steps = Graph.Steps[..^1] }, All), Has.One.EndsWith("became none"));

    [Test]
    public void Differences_name_a_request_that_changed()
    {
        var changed = Graph with { Requests = Graph.Requests.SetItem(0, Graph.Requests[0] with { Status = 418 }) };
        Assert.That(SliceCheck.Differences(Graph, changed, All), Has.Length.EqualTo(1).And.One.StartsWith("request 0:"));
    }
}
