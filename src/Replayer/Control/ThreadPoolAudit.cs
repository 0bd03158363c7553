using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit.Replayer.Control;

/// <summary>Sees the work that a controlled step hands to the thread pool, where the scheduler cannot decide about it.</summary>
/// <remarks>
/// The runtime raises the enqueue event on the thread that enqueues, so its stack is the escape's stack. Enqueues of the in-memory test
/// server's response pipe are the harness's own plumbing, not the service's work, and are left out; so is the deferred compilation of
/// routes and of services, which a fresh host does at any time and which touches nothing of the service, and the scan of a memory cache for
/// expired entries, which it begins once a minute of real time: an expired entry is not found, scanned for or not. A channel whose reader or
/// writer was cancelled takes it out of its list later: it is passed over, in the list or not. Where the loop asks to be woken by what is complete by
/// then, the awaiter wakes it by the pool. A socket that was faster than its own await goes on by the pool: as its reply, for which the loop waits.
/// </remarks>
public sealed class ThreadPoolAudit : EventListener
{
    private const string SourceName = "System.Diagnostics.Eventing.FrameworkEventSource";
    private const EventKeywords ThreadPoolAndTransfer = (EventKeywords)(0x2 | 0x10);
    private const int EnqueueEventId = 30;
    private const int FrameCountMax = 12;
    private const int RoundCountMax = 1000;
    private static readonly ImmutableArray<string> PlumbingPrefixes =
    [
        "Microsoft.AspNetCore.TestHost",
        "ReplayKit.Hosting",
        "ReplayKit.Replayer.Execution.Strand.Register",
        "System.Net.Sockets.SocketAsyncEventArgs",
        "Microsoft.AspNetCore.Routing.Matching.ILEmitTrieJumpTable",
        "Microsoft.Extensions.DependencyInjection.ServiceLookup.DynamicServiceProviderEngine",
        "Microsoft.Extensions.Caching.Memory.MemoryCache.<StartScanForExpiredItemsIfNeeded>",
        "System.Threading.Channels.BoundedChannel`1.<get_CancellationCallbackDelegate>",
        "System.Threading.Channels.RendezvousChannel`1.<get_CancellationCallbackDelegate>",
        "System.Threading.Channels.SingleConsumerUnboundedChannel`1.<get_CancellationCallbackDelegate>",
        "System.Threading.Channels.UnboundedChannel`1.<get_CancellationCallbackDelegate>",
        "System.Threading.Channels.UnboundedPrioritizedChannel`1.<get_CancellationCallbackDelegate>",
    ];

    private static readonly ImmutableArray<string> FrameworkPrefixes = ["ReplayKit.", "System.", "Microsoft.", "."];
    private static readonly ImmutableArray<string> HiddenPrefixes = ["ReplayKit.", "System.Diagnostics.Tracing", "System.Threading.ThreadPool"];
    private readonly Dictionary<string, EscapedWork> _escaped = new(StringComparer.Ordinal);
    private volatile StepLoop? _loop;
    private volatile bool _isHeard;

    /// <summary>Begins to listen.</summary>
    public ThreadPoolAudit()
    {
        foreach (var source in EventSource.GetSources())
        {
            if (source.Name == SourceName) EnableEvents(source, EventLevel.Verbose, ThreadPoolAndTransfer);
        }
    }

    /// <summary>The run whose steps to watch from now on; null for none.</summary>
    public void Watch(StepLoop? loop) => _loop = loop;

    /// <summary>Waits until the thread pool tells what is queued to it: it notices a listener only when a worker next looks for work. Call it outside the thread pool.</summary>
    /// <param name="limit">How long, in real time, one piece of work may wait for a worker.</param>
    /// <returns>Whether it tells.</returns>
    public bool AwaitTelling(TimeSpan limit)
    {
        for (var round = 0; round < RoundCountMax && !_isHeard; round++)
        {
            // Not a task that is waited for: that would run here, and no worker would look for work.
            var ran = new TaskCompletionSource();
            ThreadPool.UnsafeQueueUserWorkItem(static ran => ran.SetResult(), ran, preferLocal: false);
            if (!ran.Task.Wait(limit)) break;
        }

        return _isHeard;
    }

    /// <summary>What escaped so far. Complete once the loop has ended.</summary>
    public ImmutableArray<EscapedWork> Escaped => [.. _escaped.Values];

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.EventId != EnqueueEventId) return;
        _isHeard = true;
        if (_loop is not { } loop || loop.CurrentOperation is not { } operation) return;
        var frames = FramesOf(new StackTrace(fNeedFileInfo: true));
        if (IsPlumbing(frames)) return;
        loop.NoteEscape();
        Note(operation, [.. frames.Where(static frame => !HasPrefix(frame, HiddenPrefixes)).Take(FrameCountMax)]);
    }

    private void Note(int operation, ImmutableArray<string> stack)
    {
        var key = $"{operation}\n{string.Join('\n', stack)}";
        _escaped[key] = _escaped.TryGetValue(key, out var known)
            ? known with { Count = known.Count + 1 }
            : new EscapedWork(operation, "queued to the thread pool", stack, 1);
    }

    // Frames stand innermost first. The harness is at the bottom of every request's first step: only what it does itself, without the service's code, is its own.
    private static bool IsPlumbing(List<string> frames) =>
        frames.Find(static frame => HasPrefix(frame, PlumbingPrefixes) || !HasPrefix(frame, FrameworkPrefixes)) is { } first && HasPrefix(first, PlumbingPrefixes);

    private static List<string> FramesOf(StackTrace stack)
    {
        var frames = new List<string>();
        foreach (var frame in stack.GetFrames())
        {
            if (frame.GetMethod() is not { } method) continue;
            var where = frame.GetFileName() is { } file ? $" {Path.GetFileName(file)}:{frame.GetFileLineNumber()}" : "";
            frames.Add($"{method.DeclaringType?.FullName}.{method.Name}{where}");
        }

        return frames;
    }

    private static bool HasPrefix(string frame, ImmutableArray<string> prefixes) =>
        prefixes.Any(prefix => frame.StartsWith(prefix, StringComparison.Ordinal));
}
