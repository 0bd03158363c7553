using System.Collections.Immutable;

namespace ReplayKit.Weave;

/// <summary>What one call of the tool is to do.</summary>
/// <param name="Output">Folder for the woven assemblies.</param>
/// <param name="Report">Where to write the weave report.</param>
/// <param name="Assemblies">The assemblies to weave: one that cannot be woven fails the build.</param>
/// <param name="Candidates">Assemblies to weave if a pattern fits their name: one that cannot be woven stays as it is, with a warning.</param>
/// <param name="Patterns">Names of candidates, with * for any text.</param>
/// <param name="FrameworkAssemblies">Assemblies of the shared framework: woven as candidates are, but only by a pattern that begins with their first word.</param>
/// <param name="SearchDirectories">Folders with referenced assemblies.</param>
internal sealed record WeaveArguments(
    DirectoryInfo Output,
    FileInfo Report,
    ImmutableArray<FileInfo> Assemblies,
    ImmutableArray<FileInfo> Candidates,
    ImmutableArray<string> Patterns,
    ImmutableArray<FileInfo> FrameworkAssemblies,
    ImmutableArray<string> SearchDirectories);
