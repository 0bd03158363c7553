using System.Collections.Immutable;

namespace ReplayKit.Weave;

/// <summary>What one call of the tool is to do.</summary>
/// <param name="Output">Folder for the woven assemblies.</param>
/// <param name="Report">Where to write the weave report.</param>
/// <param name="Assemblies">The assemblies to weave.</param>
/// <param name="SearchDirectories">Folders with referenced assemblies.</param>
internal sealed record WeaveArguments(
    DirectoryInfo Output, FileInfo Report, ImmutableArray<FileInfo> Assemblies, ImmutableArray<string> SearchDirectories);
