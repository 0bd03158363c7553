using System.Reflection;

namespace ReplayKit.Running;

/// <summary>The test whose run is judged.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FullName">Its full name, as a test filter takes it.</param>
/// <param name="IncidentPath">Its incident's folder, as the test names it.</param>
/// <param name="Expect">What it expects.</param>
/// <param name="Assembly">Its assembly.</param>
internal sealed record JudgedTest(string Name, string FullName, string IncidentPath, Verdict Expect, Assembly Assembly)
{
    /// <summary>How many schedules were run.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>How many schedules there are, where all of them ran; else null.</summary>
    public int? AllTried { get; init; }

    /// <summary>Name of the incident: its folder's.</summary>
    public string IncidentName => Path.GetFileName(Path.TrimEndingDirectorySeparator(IncidentPath));
}
