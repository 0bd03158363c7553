using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.Import;

/// <summary>What to import, and where to.</summary>
public sealed record ImportOptions
{
    /// <summary>The trace: a .nettrace file.</summary>
    public required string TracePath { get; init; }

    /// <summary>File to write. Until it is complete it carries the suffix <c>.incomplete</c>.</summary>
    public required string OutputPath { get; init; }

    /// <summary>What must not reach the recording as it is. The trace itself holds it in clear.</summary>
    public RedactionOptions Redaction { get; init; } = RedactionOptions.Default;

    /// <summary>Folder with the recorded service's assemblies, for the names of its async methods; null for none.</summary>
    public string? AssembliesFolder { get; init; }
}
