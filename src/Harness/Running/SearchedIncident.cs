namespace ReplayKit;

/// <summary>What the attempts at an incident came to.</summary>
/// <param name="Run">The attempt that decided; the first one when none did.</param>
/// <param name="Attempts">How many there were.</param>
public sealed record SearchedIncident(IncidentRun Run, int Attempts)
{
    /// <summary>Which schedules around the first one passed, and what is not known.</summary>
    public required SearchCoverage Coverage { get; init; }
}
