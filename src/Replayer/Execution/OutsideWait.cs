using System.Diagnostics;

namespace ReplayKit.Replayer.Execution;

/// <summary>Waits, in real time and within bounds, for something that is not under control.</summary>
internal sealed class OutsideWait(LoopOptions options) : IDisposable
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(1);
    private readonly ManualResetEventSlim _signal = new();

    /// <summary>Tells the waiting loop to look again. Callable from any thread.</summary>
    public void Wake() => _signal.Set();

    /// <summary>Waits until <paramref name="hasNews"/>, or in vain.</summary>
    /// <param name="hasNews">Whether something can run now.</param>
    /// <param name="waiting">The strands that something may come for.</param>
    /// <param name="limit">How long; prolonged up to the stall limit while the thread pool has work queued.</param>
    /// <returns>Whether there was news.</returns>
    public bool Wait(Func<bool> hasNews, IReadOnlyList<Strand> waiting, TimeSpan limit)
    {
        foreach (var strand in waiting) strand.Register(Wake);
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            _signal.Reset();
            if (hasNews()) return true;
            var elapsed = Stopwatch.GetElapsedTime(started);
            var isBusy = ThreadPool.PendingWorkItemCount > 0;
            if (elapsed >= options.StallLimit || (elapsed >= limit && !isBusy)) return false;
            _signal.Wait(Slice);
        }
    }

    public void Dispose() => _signal.Dispose();
}
