using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Races;

/// <summary>One side of a race.</summary>
/// <param name="Site">The source line and its method.</param>
/// <param name="Operation">Number of the operation that made it.</param>
/// <param name="IsWrite">Whether it writes.</param>
public sealed record RaceAccess(CodeSite Site, int Operation, bool IsWrite);
