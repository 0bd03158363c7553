using ReplayKit.Running;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Messages;

/// <summary>Says what an incident reproduces.</summary>
internal static class SymptomWords
{
    public static string Of(Symptom symptom) => symptom.Kind switch
    {
        SymptomKind.Assertion => "a failed assertion",
        SymptomKind.Exception => $"the exception {symptom.Detail}{(symptom.Method.Length > 0 ? " in " + symptom.Method : "")}",
        SymptomKind.Status => $"status {symptom.Detail}",
        SymptomKind.Latency => $"a latency over {symptom.Detail}",
        SymptomKind.Deadlock => "a deadlock",
        var kind => throw new InvalidOperationException($"No words for {kind}."),
    };

    /// <summary>What of a run shows the symptom although the test's body passed; null when nothing does.</summary>
    public static string? ShownBy(IncidentRun run)
    {
        if (SymptomRule.RequestShowing(run) is not { } response) return null;
        var request = $"r{response.Request.Number} {response.Request.Method} {response.Request.Path}{response.Request.Query}";
        var symptom = run.Replay.Incident.Symptom;
        return symptom.Kind switch
        {
            SymptomKind.Status => $"{request} answered {symptom.Detail}, as in production.",
            SymptomKind.Latency => $"{request} took {response.Latency.TotalMilliseconds:0.###} ms from arrival to answer, over the incident's limit of {symptom.Detail}.",
            _ => $"{request} failed with {Of(symptom)}, as in production.",
        };
    }
}
