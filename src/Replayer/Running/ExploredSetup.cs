using ReplayKit.Replayer.Execution;

namespace ReplayKit.Replayer.Running;

/// <summary>What one schedule of an exploration runs with.</summary>
/// <param name="Options">The exploration's options.</param>
/// <param name="Seed">The schedule's seed.</param>
/// <param name="Sites">Places of woven code, for all schedules.</param>
/// <param name="Crew">Threads, for all schedules.</param>
internal sealed record ExploredSetup(ExplorationOptions Options, ulong Seed, SiteTable Sites, Crew Crew);
