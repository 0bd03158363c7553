using System.Collections.Immutable;
using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Time;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Running;

/// <summary>Carries out one run: sends every request, runs the loop on a thread of its own, gathers the answers.</summary>
internal sealed class ReplayRun(ReplayAttempt attempt, IReplayTarget target, LoopOptions options)
{
    private readonly ReplaySource _source = attempt.Source;

    public async Task<(ImmutableArray<ReplayedResponse> Responses, ReplayResult Result)> ExecuteAsync(IReadOnlyDictionary<int, ReadOnlyMemory<byte>> bodies)
    {
        var (build, plan) = _source.Ready();
        if (plan.Requests.IsEmpty) throw NoRequest(_source.Recording.Footer.Completeness);
        foreach (var request in plan.Requests)
        {
            if (request.HasBody && !bodies.ContainsKey(request.Number)) throw BodyNotRecordedException.For(request);
        }

        var clock = new VirtualClock(plan.RecordingStartUtc, plan.StartNs);
        var scheduler = attempt.Search.NextAttempt(plan, build, out var follower);
        var setup = new LoopSetup(options, _source.Recording.Footer.DurationNs);
        using var loop = new StepLoop(plan.Requests.Select(static request => request.Number), scheduler, clock, setup);
        using var audit = new ThreadPoolAudit();
        audit.Watch(loop);
        using var databases = new DatabasePoints();
        using var throws = new ThrowWatch(loop);
        var memory = attempt.Accesses is null ? null : new MemorySetup(MemoryPoints.Off, null) { Accesses = attempt.Accesses };
        var control = new ReplayControl(loop, clock, 0, memory);
        using var installed = Hooks.Control.Install(control);
        target.Begin(control);
        var sends = plan.Requests.Select(request => SendAsync(request, bodies, loop)).ToList();
        // A request that fails on its way never arrives, and the loop would wait for it.
        foreach (var send in sends) _ = send.ContinueWith(_ => loop.Abort(), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        var outcome = await OnOwnThread(loop, audit, installed).ConfigureAwait(false);
        var isMisfit = outcome is RunOutcome.Diverged;
        attempt.Search.Ran(isMisfit);
        if (sends.Find(static send => send.IsFaulted) is { } failed) throw NotDelivered(plan.Requests[sends.IndexOf(failed)], failed.Exception!.InnerException!);
        var responses = outcome is RunOutcome.Passed
            ? ImmutableArray.Create(await Task.WhenAll(sends).WaitAsync(options.StallLimit).ConfigureAwait(false))
            : [];
        responses = [.. responses.Select(response => response with { Latency = LatencyOf(response.Request.Number, loop.Steps) })];
        return (responses, Conclude(new FinishedRun(outcome, loop.Steps, responses, audit.Escaped), follower) with { Thrown = throws.Thrown });
    }

    private Task<ReplayedResponse> SendAsync(RecordedRequest request, IReadOnlyDictionary<int, ReadOnlyMemory<byte>> bodies, StepLoop loop)
    {
        var body = bodies.GetValueOrDefault(request.Number);
        return Task.Run(() => target.SendAsync(request, body, new OperationEntry(loop, request.Number)));
    }

    // Only waiting takes virtual time: between its first step and its last one the request waited.
    private static TimeSpan LatencyOf(int request, ImmutableArray<ReplayedStep> steps)
    {
        var own = steps.Where(step => step.Step.Operation == request).ToList();
        return own.Count == 0 ? TimeSpan.Zero : TimeSpan.FromMicroseconds((own[^1].TimeNs - own[0].TimeNs) / 1e3);
    }

    // Nothing would run, and whatever the test asserts would be true of nothing.
    private static ReplaySetupException NoRequest(Completeness completeness) => new(
        $"The recording holds no request, so there is nothing to replay{(completeness.IsComplete ? "" : ": it is not whole")}. Cut the incident again from a recording that holds its requests.");

    private static ReplaySetupException NotDelivered(RecordedRequest request, Exception cause) => new(
        $"Request r{request.Number} {request.Method} {request.Path} could not be handed to the service: {cause.GetType().Name}: {cause.Message} Look at how the test hosts it.",
        cause);

    private ReplayResult Conclude(FinishedRun run, IPlanFollower follower)
    {
        var refusal = DivergenceFinder.Fatal(run, follower);
        return new ReplayResult
        {
            Outcome = run.Outcome is RunOutcome.Passed && refusal is not null ? new RunOutcome.Diverged(refusal) : run.Outcome,
            Fingerprint = Fingerprint.Of(run.Steps),
            Constraints = follower.Progress.Fidelity(),
            Steps = run.Steps,
            Attempt = attempt.Number,
            ScheduleDescription = attempt.Search.Description,
            Pin = attempt.Search.Pin,
            IsPinMisfit = run.Outcome is RunOutcome.Diverged,
            Trace = attempt.Search.Trace,
            Divergence = (run.Outcome as RunOutcome.Diverged)?.Divergence ?? refusal ?? DivergenceFinder.First(run, follower),
            Escaped = run.Escaped,
            Completeness = _source.Recording.Footer.Completeness,
        };
    }

    private Task<RunOutcome> OnOwnThread(StepLoop loop, ThreadPoolAudit audit, IDisposable installed)
    {
        var ended = new TaskCompletionSource<RunOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        // A step that does not come back keeps its thread for good: the run is told without it.
        var watch = new StallWatch(options.StepTimeLimit, stalled => ended.TrySetResult(new RunOutcome.Uncontrolled([stalled.Stalled])));
        watch.Watch(loop, installed);
        var thread = new Thread(() =>
        {
            audit.AwaitTelling(options.StallLimit);
            using (watch) ended.TrySetResult(RunGuarded(loop));
        })
        {
            IsBackground = true,
            Name = "ReplayKit step loop",
        };
        // Not flowing the caller's execution context: an operation's own context comes with its request.
        thread.UnsafeStart();
        return ended.Task;
    }

    private static RunOutcome RunGuarded(StepLoop loop)
    {
        try
        {
            return loop.Run();
        }
#pragma warning disable CA1031 // User code is guarded inside the loop: what arrives here is a broken invariant of ours, and must be told as such.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new RunOutcome.InternalError(exception);
        }
    }
}
