using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Races;

/// <summary>An access that was made.</summary>
/// <param name="Flow">Number of the flow that made it.</param>
/// <param name="Epoch">How far that had come.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Site">Where.</param>
/// <param name="Operation">Number of the operation that made it.</param>
public readonly record struct SeenAccess(int Flow, int Epoch, AccessKind Kind, CodeSite Site, int Operation)
{
    /// <summary>Whether who has this clock knows of it.</summary>
    public bool HappenedBefore(VectorClock clock) => Epoch <= clock[Flow];
}
