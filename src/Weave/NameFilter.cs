using System.IO.Enumeration;

namespace ReplayKit.Weave;

/// <summary>Chooses assemblies by name.</summary>
internal static class NameFilter
{
    /// <summary>The candidates whose simple name fits one of the patterns.</summary>
    public static IEnumerable<FileInfo> Select(IEnumerable<FileInfo> candidates, string[] patterns) =>
        candidates.Where(file => Array.Exists(patterns, pattern =>
            FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileNameWithoutExtension(file.Name))));
}
