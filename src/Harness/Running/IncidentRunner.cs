using System.Runtime.ExceptionServices;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Running;
using ReplayKit.Replayer.Search;
using ReplayKit.Running;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit;

/// <summary>Replays one incident any number of times, outside of a test's own life cycle: for measurements and for tests of many runs.</summary>
public sealed class IncidentRunner
{
    private const ulong DefaultSeed = 1;
    private readonly ReplaySource _source;
    private int _attempts;
    private string? _folder;
    private PinnedSchedule? _pinned;

    private IncidentRunner(ReplaySource source) => _source = source;

    /// <summary>Loads an incident.</summary>
    /// <param name="path">Its folder: absolute, or relative to the program's folder or to any folder above it.</param>
    /// <exception cref="ReplaySetupException">There is no such folder.</exception>
    /// <exception cref="RecordingException">A file in it is missing, damaged, or of another version.</exception>
    public static IncidentRunner Load(string path)
    {
        var folder = IncidentPaths.Resolve(path, AppContext.BaseDirectory);
        var (incident, recording) = IncidentFolder.Load(folder);
        return new(new ReplaySource(incident, recording, CausalGraphBuilder.Build(recording))) { _folder = folder, _pinned = IncidentFolder.LoadSchedule(folder) };
    }

    /// <summary>Takes an incident that is in memory.</summary>
    /// <param name="incident">Its description.</param>
    /// <param name="recording">Its slice of a recording.</param>
    /// <param name="graph">What the slice's events say about cause.</param>
    public static IncidentRunner For(Incident incident, Recording recording, CausalGraph graph) =>
        new(new ReplaySource(incident, recording, graph));

    /// <summary>Runs the body once, on a fresh <see cref="Replay"/>, in the recorded order. A failing assertion of the body is part of the result.</summary>
    /// <param name="body">The test's body.</param>
    /// <exception cref="ReplaySetupException">The body did not run the replay, or something that it must supply is missing.</exception>
    public Task<IncidentRun> RunAsync(Func<Replay, Task> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return RunAsync(body, new ReplayAttempt(_source, new IncidentSearch(DefaultSeed), ++_attempts));
    }

    /// <summary>Runs the body in the recorded order, then in orders around it, nearest first, and in between by chance, until a run decides or the budget is spent.</summary>
    /// <param name="body">The test's body.</param>
    /// <param name="budget">How many schedules to run at most, and where chance begins.</param>
    /// <param name="decides">Whether a run ends the search.</param>
    /// <exception cref="ReplaySetupException">The body did not run the replay, or something that it must supply is missing.</exception>
    public async Task<SearchedIncident> SearchAsync(Func<Replay, Task> body, SearchBudget budget, Func<IncidentRun, bool> decides)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(decides);
        var search = new IncidentSearch(budget.Seed, budget.IgnoresPin ? null : _pinned);
        IncidentRun? first = null;
        var attempts = 0;
        while (attempts < budget.Schedules && !search.IsExhausted)
        {
            var run = await RunAsync(body, new ReplayAttempt(_source, search, ++attempts)).ConfigureAwait(false);
            // What did not follow the pinned schedule says nothing: what comes after it stands for the incident.
            if (first is null || first.Result.IsPinMisfit) first = run;
            if (decides(run)) return new SearchedIncident(run, attempts);
        }

        return new SearchedIncident(first!, attempts);
    }

    /// <summary>Keeps the schedule of a run with the incident: it is what runs from now on.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="InvalidOperationException">The incident is in memory.</exception>
    /// <exception cref="RecordingWriteException">The file cannot be written.</exception>
    public void Pin(IncidentRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (_folder is null) throw new InvalidOperationException("An incident that is in memory has no folder to keep a schedule in.");
        var times = run.Result.Steps.Select(static step => step.TimeNs).ToList();
        var tool = typeof(IncidentRunner).Assembly.GetName().Version!.ToString(3);
        _pinned = Pinning.Pin(run.Result.Trace, times, tool, run.Failure is null ? "passed" : $"failed: {run.Failure.GetType().FullName}");
        IncidentFolder.SaveSchedule(_folder, _pinned);
    }

    private static async Task<IncidentRun> RunAsync(Func<Replay, Task> body, ReplayAttempt attempt)
    {
        var replay = new Replay(attempt);
        var (failure, noted) = await CatchAsync(body, replay).ConfigureAwait(false);
        var isAwaited = replay.Running is not { IsCompleted: false };
        // The next replay of this process cannot begin before this one has ended.
        if (replay.Running is { } running) await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (failure is ReplaySetupException) ExceptionDispatchInfo.Throw(failure);
        if (!isAwaited) throw NotAwaited(failure);
        if (replay.Result is not { } result) throw NotRun(failure);
        if (failure is not null && result.Outcome is RunOutcome.Passed) result = result with { Outcome = new RunOutcome.TestFailed(failure) };
        return new IncidentRun(replay, result, failure) { Noted = noted };
    }

    private static async Task<(Exception? Failure, ITestResult Noted)> CatchAsync(Func<Replay, Task> body, Replay replay)
    {
        // A failed assertion must not fail the NUnit test that happens to be running: the caller judges.
        using var isolated = new TestExecutionContext.IsolatedContext();
        var noted = TestExecutionContext.CurrentContext.CurrentResult;
        try
        {
            await body(replay).ConfigureAwait(false);
            return (null, noted);
        }
#pragma warning disable CA1031 // The body is the user's: whatever it throws is its result.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (exception, noted);
        }
    }

    private static ReplaySetupException NotAwaited(Exception? failure)
    {
        const string remedy = "Await replay.RunAsync() in it.";
        return failure is null
            ? new ReplaySetupException($"The test's body ended before the replay did. {remedy}")
            : new ReplaySetupException($"The test's body failed before the replay ended. {remedy} {failure.GetType().Name}: {failure.Message}", failure);
    }

    private static ReplaySetupException NotRun(Exception? failure) => failure is null
        ? new ReplaySetupException("The test's body did not run the replay. Await replay.RunAsync() in it.")
        : new ReplaySetupException($"The test's body failed before it ran the replay: {failure.GetType().Name}: {failure.Message}", failure);
}
