using ReplayKit.Replayer.Explaining;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit.Running;

/// <summary>What is done with one incident for its test.</summary>
/// <param name="Runner">Runs it.</param>
/// <param name="Body">The test's body.</param>
/// <param name="Settings">What the test says.</param>
/// <param name="Environment">What the environment asks.</param>
internal sealed record IncidentWork(IncidentRunner Runner, Func<Replay, Task> Body, IncidentSettings Settings, RunSettings Environment)
{
    /// <summary>What is asked for. An open bug has nothing to certify.</summary>
    public RunMode Mode => Environment.Mode == RunMode.Certify && Settings.Expect == Verdict.Reproduces ? RunMode.Verify : Environment.Mode;

    /// <summary>How far to search.</summary>
    public SearchBudget Budget => SearchSetup.For(Settings, Environment, Mode);

    /// <summary>Whether a schedule is to be kept with the incident.</summary>
    public bool Keeps => Mode is RunMode.Pin or RunMode.Minimize;

    // What is kept is what shows the symptom: a test that fails otherwise does not end the search for that.
    public Task<SearchedIncident> SearchAsync(Action<int, TimeSpan> progress) => Runner.SearchAsync(
        Body,
        Budget with { Progress = progress },
        run => Keeps ? IncidentJudge.ShowsSymptom(run) || run.Result.Outcome is RunOutcome.InternalError : IncidentJudge.Decides(run, Settings.Expect));

    public Task<Explanation> ExplainAsync(IncidentRun failing) => Runner.ExplainAsync(Body, failing);

    /// <summary>Makes the incident smaller, keeps it, and runs what was kept.</summary>
    public async Task<MinimisedIncident> MinimiseAsync(IncidentRun failing, Action<int, MinimisedSize> progress)
    {
        var minimised = await Runner.MinimiseAsync(Body, failing, IncidentRunner.MinimiseReplays, progress).ConfigureAwait(false);
        var folder = Runner.SaveMinimised(minimised);
        var kept = await IncidentRunner.Load(folder).SearchAsync(Body, new SearchBudget(1), static _ => true).ConfigureAwait(false);
        if (FailureIdentity.Of(kept.Run) != FailureIdentity.Of(minimised.Run))
            throw new ReplaySetupException($"The incident that was made smaller does not fail any more where it was written to, {folder}. Delete that folder and keep the larger one.");
        return minimised with { Folder = folder, Run = kept.Run, Replays = minimised.Replays + 1 };
    }
}
