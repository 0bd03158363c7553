namespace ReplayKit.TraceFormat.Model;

/// <summary>An assembly that a certificate was made for.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Mvid">Module version id: names the build.</param>
public sealed record CertifiedAssembly(string Name, Guid Mvid);
