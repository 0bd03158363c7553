using System.Diagnostics;
using System.Runtime.ExceptionServices;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using ReplayKit.Messages;
using ReplayKit.Replayer.Explaining;
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
    /// <summary>What the name of a minimised incident's folder ends in.</summary>
    public const string MinimisedSuffix = ".min";

    internal const int MinimiseReplays = 48;
    internal const int ExplainReplays = 40;
    private const ulong DefaultSeed = 1;
    private static readonly TimeSpan ExplainTime = TimeSpan.FromSeconds(30);
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

    /// <summary>
    /// Runs the body in the recorded order, then in orders around it, nearest first, with other strategies in between, until a run decides, the budget is spent, or every schedule ran.
    /// </summary>
    /// <param name="body">The test's body.</param>
    /// <param name="budget">How many schedules to run at most, and where chance begins.</param>
    /// <param name="decides">Whether a run ends the search.</param>
    /// <exception cref="ReplaySetupException">The body did not run the replay, or something that it must supply is missing.</exception>
    public async Task<SearchedIncident> SearchAsync(Func<Replay, Task> body, SearchBudget budget, Func<IncidentRun, bool> decides)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(decides);
        var search = new IncidentSearch(new SearchScope
        {
            Seed = budget.Seed, Pinned = budget.IgnoresPin ? null : _pinned, EndsWithPin = !budget.IsExhaustive, Around = budget.Around, TriesOthers = !budget.IsExhaustive,
        });
        var tally = new CoverageTally();
        var started = Stopwatch.GetTimestamp();
        IncidentRun? first = null;
        IncidentRun? decided = null;
        var attempts = 0;
        while (decided is null && !search.IsExhausted && (attempts == 0 || LimitOf(budget, attempts, Stopwatch.GetElapsedTime(started)) is null))
        {
            var run = await RunAsync(body, new ReplayAttempt(_source, search, ++attempts)).ConfigureAwait(false);
            // What did not follow the pinned schedule says nothing: what comes after it stands for the incident.
            if (first is null || first.Result.IsPinMisfit) first = run;
            if (decides(run)) decided = run;
            tally.Add(run, search, decided is not null);
            budget.Progress?.Invoke(attempts, Stopwatch.GetElapsedTime(started));
        }

        var time = Stopwatch.GetElapsedTime(started);
        return new SearchedIncident(decided ?? first!, attempts) { Coverage = tally.Coverage(search, LimitOf(budget, attempts, time), time) };
    }

    private static string? LimitOf(SearchBudget budget, int attempts, TimeSpan time) =>
        attempts >= budget.Schedules ? $"Schedules that did not run: the limit of {budget.Schedules} was reached. More may branch off them."
        : time >= budget.TimeLimit ? $"Schedules that did not run: the limit of {budget.TimeLimit.Value.TotalSeconds:0.#} seconds was reached. More may branch off them."
        : null;

    /// <summary>Keeps the schedule of a run with the incident: it is what runs from now on.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="InvalidOperationException">The incident is in memory.</exception>
    /// <exception cref="RecordingWriteException">The file cannot be written.</exception>
    public void Pin(IncidentRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (_folder is null) throw new InvalidOperationException("An incident that is in memory has no folder to keep a schedule in.");
        var times = run.Result.Steps.Select(static step => step.TimeNs).ToList();
        var tool = ToolVersion;
        _pinned = Pinning.Pin(run.Result.Trace, times, tool, run.Failure is null ? "passed" : $"failed: {run.Failure.GetType().FullName}");
        IncidentFolder.SaveSchedule(_folder, _pinned);
    }

    /// <summary>The incident's folder; null for one that is in memory.</summary>
    internal string? Folder => _folder;

    /// <summary>Version of ReplayKit.</summary>
    internal static string ToolVersion => typeof(IncidentRunner).Assembly.GetName().Version!.ToString(3);

    /// <summary>Makes the incident smaller while it fails in the same way: fewest requests, then fewest switches between them, then the plainest order. Nothing is written.</summary>
    /// <param name="body">The test's body.</param>
    /// <param name="failing">A run that fails as production did.</param>
    /// <param name="replays">How many runs to make at most.</param>
    /// <param name="progress">Told of each run: how many there were, and the size of the smallest that fails so far. Null for nobody.</param>
    /// <exception cref="ReplaySetupException">The body did not run the replay, or something that it must supply is missing.</exception>
    public Task<MinimisedIncident> MinimiseAsync(Func<Replay, Task> body, IncidentRun failing, int replays = MinimiseReplays, Action<int, MinimisedSize>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(failing);
        var limit = new CandidateLimit(replays, TimeSpan.MaxValue, "a smaller one made of the failing schedule");
        return new IncidentMinimiser(new CandidateRuns(_source, body, limit), progress).MinimiseAsync(failing);
    }

    /// <summary>Keeps what minimising came to as an incident of its own: in a folder beside this one, named after it, with its requests alone and its schedule pinned.</summary>
    /// <param name="minimised">What it came to.</param>
    /// <returns>The folder.</returns>
    /// <exception cref="InvalidOperationException">The incident is in memory.</exception>
    /// <exception cref="RecordingWriteException">A file cannot be written.</exception>
    public string SaveMinimised(MinimisedIncident minimised)
    {
        ArgumentNullException.ThrowIfNull(minimised);
        if (_folder is null) throw new InvalidOperationException("An incident that is in memory has no folder beside which a smaller one could be kept.");
        var folder = Path.TrimEndingDirectorySeparator(_folder) + MinimisedSuffix;
        var part = _source.PartOf([.. minimised.Run.Replay.Requests.Select(static request => request.Number)]);
        IncidentFolder.Save(folder, part.Incident, part.Recording);
        Load(folder).Pin(minimised.Run);
        return folder;
    }

    /// <summary>Finds out why a run fails: the decision that makes the difference, what the requests conflict on, and from where on nothing helped any more.</summary>
    /// <param name="body">The test's body. It runs for each order that is tried.</param>
    /// <param name="failing">The run.</param>
    /// <param name="replays">How many runs to make at most.</param>
    /// <exception cref="ReplaySetupException">The body did not run the replay, or something that it must supply is missing.</exception>
    public Task<Explanation> ExplainAsync(Func<Replay, Task> body, IncidentRun failing, int replays = ExplainReplays)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(failing);
        var source = _source.Only([.. failing.Replay.Requests.Select(static request => request.Number)]);
        return new IncidentExplainer(new CandidateRuns(source, body, new CandidateLimit(replays, ExplainTime, "made of the failing schedule"))).ExplainAsync(failing);
    }

    internal static async Task<IncidentRun> RunAsync(Func<Replay, Task> body, ReplayAttempt attempt)
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
        var run = new IncidentRun(replay, result, failure) { Noted = noted };
        // A body need not assert what the incident says by itself.
        return result.Outcome is RunOutcome.Passed && SymptomWords.ShownBy(run) is { } shown
            ? run with { Result = result with { Outcome = new RunOutcome.TestFailed(new SymptomShownException(shown)) } }
            : run;
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
