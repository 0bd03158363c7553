namespace ReplayKit;

/// <summary>What minimising an incident came to.</summary>
/// <param name="Run">The smallest run that fails in the same way.</param>
/// <param name="Before">What the run was that it began with.</param>
/// <param name="After">What it is now.</param>
/// <param name="Replays">How many runs were made for it.</param>
public sealed record MinimisedIncident(IncidentRun Run, MinimisedSize Before, MinimisedSize After, int Replays)
{
    /// <summary>Whether there was nothing left to try; false when runs or time were spent before.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The folder that it was written to; empty when it was not.</summary>
    public string Folder { get; init; } = "";
}
