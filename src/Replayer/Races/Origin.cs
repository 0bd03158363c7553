namespace ReplayKit.Replayer.Races;

/// <summary>What happened before something that was started, or that is to go on: as far as was known where it came to be.</summary>
/// <param name="Clock">How far each flow had come.</param>
public sealed record Origin(VectorClock Clock);
