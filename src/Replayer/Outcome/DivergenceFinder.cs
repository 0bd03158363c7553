using System.Collections.Immutable;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Outcome;

/// <summary>Says where a run first disagreed with its plan, and whether that means that it could not follow.</summary>
/// <remarks>
/// A build that was fixed differs from the recording on purpose: it awaits less, or lets one request wait for the other. That is told, and
/// does not make the run worthless. Two things do: the build did not accept a request that production served, and the run has no step
/// in common with the recording. See docs/decisions/0003-when-a-replay-diverged.md.
/// </remarks>
public static class DivergenceFinder
{
    private const int AroundCount = 3;
    private static readonly ImmutableArray<int> RefusingStatuses = [401, 403, 405, 415];

    /// <summary>The disagreement after which a run says nothing about the test; null when there is none.</summary>
    public static Divergence? Fatal(FinishedRun run, IPlanFollower scheduler)
    {
        foreach (var response in run.Responses)
        {
            if (response.Status == response.Request.Status || !IsRefusal(response)) continue;
            return Refused(run, response);
        }

        var planned = scheduler.Progress.Plan.Steps.Where(static step => !step.IsArrival && !step.IsCommand).ToList();
        if (run.Outcome is not RunOutcome.Passed || planned.Count == 0 || planned.Exists(step => scheduler.Progress.IsDone(step.Index))) return null;
        return Nothing(run, planned[0].Anchor);
    }

    /// <summary>The first disagreement of any kind; null when there is none.</summary>
    public static Divergence? First(FinishedRun run, IPlanFollower scheduler)
    {
        var first = scheduler.Mismatches.OrderBy(static mismatch => mismatch.Step).FirstOrDefault();
        return first is null ? null : new Divergence(first.Step, first.Expected.Anchor, first.Actual, CauseOf(first), Around(run.Steps, first.Step));
    }

    private static bool IsRefusal(ReplayedResponse response) =>
        RefusingStatuses.Contains(response.Status) || (response.Status == 404 && !response.HasEndpoint);

    private static Divergence Refused(FinishedRun run, ReplayedResponse response)
    {
        var request = response.Request;
        var step = run.Steps.FirstOrDefault(step => step.Step.Request == request.Number)?.Number ?? 1;
        var cause = response.Status switch
        {
            401 or 403 => "This build refused the caller: credentials are not recorded, so the test must supply them or switch authentication off.",
            _ => "This build has no endpoint that takes the request.",
        };
        return new Divergence(
            step,
            $"r{request.Number} {request.Method} {request.Path} answered {request.Status}",
            $"r{request.Number} answered {response.Status}",
            cause,
            Around(run.Steps, step));
    }

    private static Divergence Nothing(FinishedRun run, string expected)
    {
        var step = run.Steps.IsEmpty ? 1 : run.Steps[^1].Number;
        const string cause = "No recorded step took place in this build: the code that the incident is about was replaced in the test, is switched off, or is not woven.";
        return new Divergence(step, expected, run.Steps.IsEmpty ? "" : run.Steps[^1].Step.Anchor, cause, Around(run.Steps, step));
    }

    private static string CauseOf(Mismatch mismatch) => mismatch.Cause switch
    {
        MismatchCause.MethodGone => $"This build has no async method {mismatch.Expected.Method}.",
        MismatchCause.NotReached => $"r{mismatch.Expected.Request} took another path and did not wait there.",
        _ => $"r{mismatch.Expected.Request} waits for another request in this build, so the other had to go first.",
    };

    // Without continuations of the framework: some come from real threads at any time, and the same run must have the same words.
    private static ImmutableArray<string> Around(ImmutableArray<ReplayedStep> steps, int step) =>
        [.. steps.Where(other => other.Number < step && other.Step.Kind != StepKind.Posted).TakeLast(AroundCount).Select(static other => other.Step.Anchor)];
}
