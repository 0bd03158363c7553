using System.Runtime.ExceptionServices;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Running;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit;

/// <summary>One replay of an incident: the parameter of a test's body.</summary>
public sealed class Replay
{
    private readonly ReplaySource _source;
    private readonly int _attempt;
    private IReplayTarget? _target;

    /// <summary>A replay that has not run yet.</summary>
    /// <param name="source">What is replayed.</param>
    /// <param name="attempt">1-based number of the schedule among those tried.</param>
    public Replay(ReplaySource source, int attempt)
    {
        _source = source;
        _attempt = attempt;
    }

    /// <summary>The incident.</summary>
    public Incident Incident => _source.Incident;

    /// <summary>The recorded requests, in order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _source.Graph.Requests;

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

    private async Task<ReplayResult> RunAsync(IReplayTarget target)
    {
        if (Running is not null) throw new ReplaySetupException("This replay has run already. Each run needs a Replay of its own.");
        var running = RunOnceAsync(target);
        Running = running;
        return await running.ConfigureAwait(false);
    }

    private async Task<ReplayResult> RunOnceAsync(IReplayTarget target)
    {
        var run = new ReplayRun(_source, target, Options);
        var (responses, result) = await run.ExecuteAsync(new Dictionary<int, ReadOnlyMemory<byte>>(Bodies), _attempt).ConfigureAwait(false);
        Responses = responses;
        Result = result;
        return result;
    }
}
