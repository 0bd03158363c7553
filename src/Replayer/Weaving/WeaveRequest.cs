using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving;

/// <summary>One assembly to weave.</summary>
/// <param name="InputPath">The assembly as compiled. It is left as it is.</param>
/// <param name="OutputPath">Where the woven assembly is written, and its symbols beside it.</param>
/// <param name="SearchDirectories">Folders in which referenced assemblies are looked for.</param>
public sealed record WeaveRequest(string InputPath, string OutputPath, ImmutableArray<string> SearchDirectories);
