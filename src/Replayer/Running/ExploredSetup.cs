namespace ReplayKit.Replayer.Running;

/// <summary>What one schedule of an exploration runs with.</summary>
/// <param name="Options">The exploration's options.</param>
/// <param name="Seed">The schedule's seed.</param>
/// <param name="Commons">What all schedules share.</param>
internal sealed record ExploredSetup(ExplorationOptions Options, ulong Seed, ExploredCommons Commons);
