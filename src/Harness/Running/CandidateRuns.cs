using System.Diagnostics;
using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Explaining;
using ReplayKit.Replayer.Running;
using ReplayKit.Replayer.Search;

namespace ReplayKit.Running;

/// <summary>Runs a test's body on orders of an incident's steps, within a limit. Each run is a real one, with a host of its own.</summary>
/// <param name="source">The incident.</param>
/// <param name="body">The test's body.</param>
/// <param name="limit">How many runs, and how long.</param>
internal sealed class CandidateRuns(ReplaySource source, Func<Replay, Task> body, CandidateLimit limit)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there are none left.</summary>
    public bool IsSpent => Count >= limit.Runs || Stopwatch.GetElapsedTime(_started) >= limit.Time;

    /// <summary>Whether one was asked for that was not made any more.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Runs an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="requests">The requests to send; null for all.</param>
    /// <param name="isTouching">Whether to note what it touches.</param>
    /// <returns>The run; null when there are none left.</returns>
    public async Task<CandidateRun?> RunAsync(IReadOnlyList<StepName> order, IReadOnlyCollection<int>? requests = null, bool isTouching = false)
    {
        if (IsSpent)
        {
            IsRefused = true;
            return null;
        }

        Count++;
        using var accesses = isTouching ? new AccessLog() : null;
        var attempt = new ReplayAttempt(requests is null ? source : source.Only(requests), new OrderSearch(order, limit.Description), Count) { Accesses = accesses };
        var run = await IncidentRunner.RunAsync(body, attempt).ConfigureAwait(false);
        return new CandidateRun(run, FailureIdentity.Of(run), new TouchingRun(run.Result.Trace, accesses?.Accesses ?? []));
    }
}
