namespace ReplayKit.TraceFormat.Model;

/// <summary>An assembly that the recorded process had loaded.</summary>
/// <param name="Name">Simple name.</param>
/// <param name="Version">Assembly version.</param>
/// <param name="Mvid">Module version id: names one build exactly.</param>
/// <param name="IsFramework">Whether it lay in a shared framework's folder.</param>
public sealed record RecordedAssembly(string Name, string Version, Guid Mvid, bool IsFramework);
