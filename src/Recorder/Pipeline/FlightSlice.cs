using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>What a flight recorder kept of the time around a trigger.</summary>
/// <param name="Chunks">The events.</param>
/// <param name="BeginNs">When it begins.</param>
/// <param name="EndNs">When it ends.</param>
internal sealed record FlightSlice(ImmutableArray<EncodedChunk> Chunks, long BeginNs, long EndNs)
{
    /// <summary>What was listened to at its begin.</summary>
    internal required RecordingTier Tier { get; init; }

    /// <summary>What happened, first things first.</summary>
    internal required ImmutableArray<string> Reasons { get; init; }

    /// <summary>What was lost meanwhile.</summary>
    internal required ImmutableArray<LostEvents> Losses { get; init; }

    /// <summary>Whether it begins later than asked for, because memory did not suffice.</summary>
    internal required bool IsShortened { get; init; }
}
