using System.Runtime.ExceptionServices;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Running;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit;

/// <summary>One replay of an incident: the parameter of a test's body.</summary>
public sealed class Replay
{
    private readonly ReplayAttempt? _attempt;
    private readonly IControl? _control;
    private readonly ExploredResources? _resources;
    private IReplayTarget? _target;

    /// <summary>A replay that has not run yet.</summary>
    /// <param name="attempt">What is replayed, and how.</param>
    public Replay(ReplayAttempt attempt) => _attempt = attempt;

    /// <summary>One schedule of an exploration.</summary>
    internal Replay(IControl control, ExploredResources resources)
    {
        _control = control;
        _resources = resources;
    }

    /// <summary>The incident.</summary>
    public Incident Incident => Attempt.Source.Incident;

    /// <summary>The recorded requests, in order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => Attempt.Source.Graph.Requests;

    /// <summary>Bodies of recorded requests, by their number: for requests whose body the recording does not hold.</summary>
    public IDictionary<int, ReadOnlyMemory<byte>> Bodies { get; } = new Dictionary<int, ReadOnlyMemory<byte>>();

    /// <summary>Bounds of the run.</summary>
    public LoopOptions Options { get; set; } = new();

    /// <summary>What each request got now, in order of arrival; empty before <see cref="RunAsync()"/>.</summary>
    public IReadOnlyList<ReplayedResponse> Responses { get; private set; } = [];

    /// <summary>What the run did; null before <see cref="RunAsync()"/>.</summary>
    public ReplayResult? Result { get; private set; }

    /// <summary>The run, once it has begun; null before.</summary>
    public Task? Running { get; private set; }

    /// <summary>Whether this is a schedule of an exploration, and replays no incident.</summary>
    public bool IsExploring => _control is not null;

    private ReplayAttempt Attempt => _attempt ?? throw new ReplaySetupException("There is no incident here: an exploration has no recording. Use [Incident] to replay one.");

    /// <summary>Names what the replay drives. A web host attaches itself.</summary>
    public void Attach(IReplayTarget target) => _target = target;

    /// <summary>Re-drives every recorded request, in the recorded interleaving, on virtual time.</summary>
    /// <exception cref="ReplaySetupException">Something that the test must supply is missing.</exception>
    public Task<ReplayResult> RunAsync() =>
        RunAsync(_target ?? throw new ReplaySetupException("The replay has nothing to drive. Call replay.Host<Program>() first, or pass a handler to RunAsync."));

    /// <summary>
    /// Calls <paramref name="handler"/> once per recorded operation, in the recorded interleaving, on virtual time. What a call throws is thrown here, when all have ended.
    /// </summary>
    public async Task<ReplayResult> RunAsync(Func<RecordedRequest, Task> handler)
    {
        var result = await RunAsync(new HandlerTarget(handler)).ConfigureAwait(false);
        if (Responses.FirstOrDefault(static response => response.Exception is not null) is { Exception: { } thrown }) ExceptionDispatchInfo.Throw(thrown);
        return result;
    }

    /// <summary>Starts operations that run at the same time, in an exploration: what they do is interleaved in a way that differs from schedule to schedule.</summary>
    /// <param name="operations">Each is called as an operation of its own.</param>
    /// <returns>A task that ends when all of them have.</returns>
    /// <exception cref="ReplaySetupException">This replays an incident, whose operations the recording names.</exception>
    public Task RunAsync(params Func<Task>[] operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        if (_control is null) throw new ReplaySetupException("An incident's operations are those of its recording. Call RunAsync() to re-drive them, or use [Explore].");
        return Task.WhenAll(operations.Select(operation => Task.Factory.StartNew(operation, CancellationToken.None, TaskCreationOptions.HideScheduler, _control.Pool).Unwrap()));
    }

    /// <summary>
    /// Runs real work that is not to be explored, such as starting a server: on a plain thread, outside control, while the calling step waits for it.
    /// </summary>
    /// <param name="function">The work. It must not wait for anything of the exploration.</param>
    /// <returns>What it returned; what it throws is thrown here.</returns>
    public T Outside<T>(Func<T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return _control is { IsInControl: true } ? _resources!.RunOutside(function) : function();
    }

    /// <summary>Runs real work that is not to be explored, as <see cref="Outside{T}"/> does.</summary>
    public void Outside(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Outside(() =>
        {
            action();
            return true;
        });
    }

    /// <summary>Makes something go when this schedule of an exploration is over, however it ends. It is disposed of outside control, and may have been already.</summary>
    public void Own(IDisposable resource) => Resources.Own(resource);

    /// <summary>What all schedules of an exploration share: made once for each owner, and disposed of behind the last schedule.</summary>
    /// <param name="owner">For whom, by reference.</param>
    /// <param name="make">Makes it; called outside control.</param>
    public T Keep<T>(object owner, Func<T> make)
        where T : class, IDisposable => Resources.Keep(owner, () => Outside(make));

    private ExploredResources Resources => _resources ?? throw new ReplaySetupException("This replays an incident, and is no exploration.");

    private async Task<ReplayResult> RunAsync(IReplayTarget target)
    {
        if (Running is not null) throw new ReplaySetupException("This replay has run already. Each run needs a Replay of its own.");
        var running = RunOnceAsync(target);
        Running = running;
        return await running.ConfigureAwait(false);
    }

    private async Task<ReplayResult> RunOnceAsync(IReplayTarget target)
    {
        var run = new ReplayRun(Attempt, target, Options);
        var (responses, result) = await run.ExecuteAsync(new Dictionary<int, ReadOnlyMemory<byte>>(Bodies)).ConfigureAwait(false);
        Responses = responses;
        Result = result;
        return result;
    }
}
