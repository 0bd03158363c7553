namespace ReplayKit.TraceFormat.Model;

/// <summary>Whether an incident's bug is still open.</summary>
public enum IncidentStatus
{
    /// <summary>Not fixed yet.</summary>
    Open,

    /// <summary>Fixed; the incident is a regression test.</summary>
    Fixed,
}
