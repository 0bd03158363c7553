using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Search;

namespace ReplayKit.Replayer.Running;

/// <summary>One attempt at an incident.</summary>
/// <param name="Source">The incident.</param>
/// <param name="Search">Chooses the schedule; shared by the attempts at one incident.</param>
/// <param name="Number">1-based number of the attempt.</param>
public sealed record ReplayAttempt(ReplaySource Source, IReplaySearch Search, int Number)
{
    /// <summary>Writes down what the run touches; null when nobody asks.</summary>
    public AccessLog? Accesses { get; init; }
}
