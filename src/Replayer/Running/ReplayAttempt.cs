using ReplayKit.Replayer.Search;

namespace ReplayKit.Replayer.Running;

/// <summary>One attempt at an incident.</summary>
/// <param name="Source">The incident.</param>
/// <param name="Search">Chooses the schedule; shared by the attempts at one incident.</param>
/// <param name="Number">1-based number of the attempt.</param>
public sealed record ReplayAttempt(ReplaySource Source, IncidentSearch Search, int Number);
