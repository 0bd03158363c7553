using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cutting;

/// <summary>Cuts an incident from a recording.</summary>
public static class IncidentCutter
{
    /// <summary>Cuts an incident.</summary>
    /// <param name="source">The recording to cut from; not changed.</param>
    /// <param name="graph">What its events say about cause.</param>
    /// <param name="request">What to cut.</param>
    /// <returns>The incident, not yet written.</returns>
    /// <exception cref="CannotCutException">The recording has nothing that fits, or too much of it.</exception>
    public static CutResult Cut(Recording source, CausalGraph graph, CutRequest request)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(request);
        var selection = SliceSelector.Select(graph.Requests, source.Footer.DurationNs, request.Around, request.Only);
        var slice = RecordingSlicer.Slice(source, selection);
        var sliceGraph = CausalGraphBuilder.Build(slice);
        var incident = IncidentDescriber.Describe(source, slice, selection, request.Title);
        incident = incident with { Symptom = request.Symptom ?? ThrowingMethod.Name(incident.Symptom, selection, graph, source.Footer) };
        return new CutResult(incident, selection, slice, sliceGraph) { Differences = SliceCheck.Differences(graph, sliceGraph, selection.Numbers) };
    }
}
