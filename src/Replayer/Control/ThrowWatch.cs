using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit.Replayer.Control;

/// <summary>Sees the exceptions that the steps of a run throw, where they are thrown: a service answers for most of them, and nobody else would know.</summary>
internal sealed class ThrowWatch : IDisposable
{
    private const int ThrownCountMax = 1000;
    private readonly StepLoop _loop;
    private readonly List<ThrownException> _thrown = [];

    public ThrowWatch(StepLoop loop)
    {
        _loop = loop;
        AppDomain.CurrentDomain.FirstChanceException += Note;
    }

    /// <summary>What was thrown so far. Complete once the loop has ended.</summary>
    public ImmutableArray<ThrownException> Thrown => [.. _thrown];

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Note;

    // Called on the thread that throws: one step runs at a time.
    private void Note(object? sender, FirstChanceExceptionEventArgs args)
    {
        if (!_loop.IsInStep || _loop.CurrentOperation is not { } request || _thrown.Count == ThrownCountMax) return;
        var methods = new StackTrace(fNeedFileInfo: false).GetFrames().Select(CallerSites.MethodOf).OfType<string>();
        _thrown.Add(new ThrownException(request, args.Exception.GetType().FullName ?? "", [.. methods]));
    }
}
