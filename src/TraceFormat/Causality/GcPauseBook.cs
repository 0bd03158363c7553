using System.Collections.Immutable;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>The garbage-collection pauses of a recording.</summary>
internal sealed class GcPauseBook
{
    private readonly ImmutableArray<GcPause>.Builder _pauses = ImmutableArray.CreateBuilder<GcPause>();
    private long? _startNs;

    internal void Begin(long timeNs) => _startNs ??= timeNs;

    internal void End(long timeNs)
    {
        // An end without a begin is of a pause in which the recording began.
        if (_startNs is { } startNs) _pauses.Add(new GcPause(startNs, timeNs));
        _startNs = null;
    }

    internal ImmutableArray<GcPause> Finish() => _pauses.ToImmutable();
}
