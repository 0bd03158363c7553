using System.Collections.Immutable;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>Makes the await graph of one request into trees: who awaited what.</summary>
public sealed class AwaitTree
{
    // A recording is hostile until proven otherwise: a chain deeper than any program's would end the process by stack overflow.
    private const int DepthMax = 200;

    private readonly Dictionary<int, string> _names = [];
    private readonly Dictionary<int, int> _requests = [];
    private readonly ILookup<int, AwaitEdge> _awaits;
    private readonly HashSet<int> _shown = [];

    private AwaitTree(Recording recording, CausalGraph graph)
    {
        foreach (var began in recording.Events.Where(static e => e.Kind == RecordedEventKind.OperationBegan))
        {
            _names.TryAdd(began.TaskId, began.Text ?? "");
        }

        foreach (var step in graph.Steps.Where(static step => step.TaskId != 0)) _requests.TryAdd(step.TaskId, step.Request);
        _awaits = graph.Awaits.ToLookup(static edge => edge.AwaiterTaskId);
    }

    /// <summary>The trees of one request: roots are its tasks that none of its other tasks awaits.</summary>
    /// <param name="view">The recording.</param>
    /// <param name="request">The request's number.</param>
    /// <returns>The roots, in the order in which they first resumed.</returns>
    public static ImmutableArray<AwaitNode> Build(RecordingView view, int request)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new AwaitTree(view.Recording, view.Graph).BuildRoots(view, request);
    }

    private ImmutableArray<AwaitNode> BuildRoots(RecordingView view, int request)
    {
        int[] own = [.. view.StepsOf(request).Select(static step => step.TaskId).Where(static id => id != 0).Distinct()];
        var awaited = own.SelectMany(id => _awaits[id]).Select(static edge => edge.AwaitedTaskId).ToHashSet();
        var roots = ImmutableArray.CreateBuilder<AwaitNode>();
        foreach (var id in own.Where(id => !awaited.Contains(id))) roots.Add(Node(id, null, DepthMax));
        // Tasks that only await each other have no root (a deadlock looks so): the first of them stands for the ring.
        // The filter runs as the loop goes: the rest of the ring is shown beneath it.
        foreach (var id in own.Where(id => !_shown.Contains(id))) roots.Add(Node(id, null, DepthMax));
        return roots.ToImmutable();
    }

    private AwaitNode Node(int taskId, long? awaitedNs, int depthLeft)
    {
        var isFirst = _shown.Add(taskId);
        ImmutableArray<AwaitNode> children = isFirst && depthLeft > 0
            ? [.. _awaits[taskId].Select(edge => Node(edge.AwaitedTaskId, edge.TimeNs, depthLeft - 1))]
            : [];
        int? request = _requests.TryGetValue(taskId, out var number) ? number : null;
        return new AwaitNode(taskId, _names.GetValueOrDefault(taskId, ""), request, awaitedNs, !isFirst, children);
    }
}
