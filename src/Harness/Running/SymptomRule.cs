using NUnit.Framework;
using ReplayKit.Replayer.Outcome;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Running;

/// <summary>Says whether a run failed as production did.</summary>
internal static class SymptomRule
{
    private const int FailureStatusMin = 500;

    /// <summary>Whether a run shows its incident's symptom.</summary>
    /// <remarks>Where a replay drives something that has no status, an assertion of the test stands for it.</remarks>
    public static bool IsShownBy(IncidentRun run) => run.Replay.Incident.Symptom.Kind switch
    {
        SymptomKind.Assertion => IsAssertion(run),
        SymptomKind.Exception => IsUnhandled(run),
        SymptomKind.Status => HasStatuses(run) ? RequestShowing(run) is not null : IsAssertion(run),
        SymptomKind.Latency => RequestShowing(run) is not null,
        SymptomKind.Deadlock => run.Result.Outcome is RunOutcome.Deadlocked,
        var kind => throw new InvalidOperationException($"No rule for the symptom {kind}."),
    };

    /// <summary>The first request whose answer shows the symptom; null when none does, or when answers cannot show it.</summary>
    public static ReplayedResponse? RequestShowing(IncidentRun run)
    {
        var symptom = run.Replay.Incident.Symptom;
        return run.Replay.Responses.FirstOrDefault(response => symptom.Kind switch
        {
            SymptomKind.Status => $"{response.Status}" == symptom.Detail,
            SymptomKind.Latency => symptom.Limit is { } limit && response.Latency > limit,
            SymptomKind.Exception => response.Status >= FailureStatusMin && IsThrownBy(response.Request, run),
            _ => false,
        });
    }

    private static bool IsUnhandled(IncidentRun run)
    {
        if (RequestShowing(run) is not null) return true;
        var symptom = run.Replay.Incident.Symptom;
        if (run.Result.Outcome is not RunOutcome.TestFailed { Exception: var thrown } || thrown.GetType().FullName != symptom.Detail) return false;
        return symptom.Method.Length == 0 || run.Result.Thrown.Any(other => IsSymptom(other, symptom));
    }

    private static bool IsThrownBy(RecordedRequest request, IncidentRun run) =>
        run.Result.Thrown.Any(thrown => thrown.Request == request.Number && IsSymptom(thrown, run.Replay.Incident.Symptom));

    private static bool IsSymptom(ThrownException thrown, Symptom symptom) =>
        thrown.Type == symptom.Detail && (symptom.Method.Length == 0 || thrown.Methods.Contains(symptom.Method));

    private static bool HasStatuses(IncidentRun run) => run.Replay.Responses.Any(static response => response.Status > 0);

    private static bool IsAssertion(IncidentRun run) => run.Result.Outcome is RunOutcome.TestFailed { Exception: AssertionException or MultipleAssertException };
}
