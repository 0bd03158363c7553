namespace ReplayKit.Replayer.Races;

/// <summary>What happened before something that was started, or that is to go on: as far as was known where it came to be.</summary>
internal sealed record Origin(VectorClock Clock);
