using System.Collections.Immutable;

namespace ReplayKit.Recorder.Normalize;

/// <summary>What must not reach the disk as it is.</summary>
/// <param name="UseDefaults">Whether the built-in list of secret headers and query parameters applies.</param>
/// <param name="AdditionalNames">Names of further headers and query parameters, compared without case.</param>
public sealed record RedactionOptions(bool UseDefaults, ImmutableArray<string> AdditionalNames)
{
    /// <summary>The built-in list and nothing else.</summary>
    public static RedactionOptions Default { get; } = new(true, []);
}
