using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cutting;

/// <summary>Finds the method that threw an exception: the async method whose step ran when it was first thrown. What that had called is not recorded.</summary>
public static class ThrowingMethod
{
    /// <summary>The symptom with its method, where it is an exception and the recording tells.</summary>
    /// <param name="symptom">The symptom.</param>
    /// <param name="selection">The requests of the slice.</param>
    /// <param name="graph">What the recording's events say about cause.</param>
    /// <param name="footer">Tells whose methods they are: one of the framework is in no test's hands.</param>
    public static Symptom Name(Symptom symptom, SliceSelection selection, CausalGraph graph, RecordingFooter footer)
    {
        ArgumentNullException.ThrowIfNull(symptom);
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(footer);
        if (symptom.Kind != SymptomKind.Exception || IncidentDescriber.FailedRequest(selection) is not { } failed) return symptom;
        // Each frame that it passes may throw it again.
        var thrown = failed.Exceptions.FirstOrDefault(exception => exception.Type == symptom.Detail);
        var step = thrown is null ? null : graph.Steps.LastOrDefault(step => step.Request == failed.Number && step.BeginNs <= thrown.TimeNs && thrown.TimeNs <= step.EndNs);
        if (step is null || step.IsArrival) return symptom;
        var isOurs = footer.AsyncMethods.Any(method => method.RecordedName == step.Method && !method.IsFramework);
        return isOurs ? symptom with { Method = StateMachineName.Readable(step.Method) } : symptom;
    }
}
