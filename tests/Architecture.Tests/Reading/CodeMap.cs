namespace Architecture.Tests.Reading;

/// <summary>The table of folders in ARCHITECTURE.md.</summary>
internal static class CodeMap
{
    /// <summary>Namespaces of the folders that the table calls pure.</summary>
    public static IReadOnlyList<string> PureNamespaces { get; } = [.. PureFolders(Repository.Read("ARCHITECTURE.md")).Select(NamespaceOf)];

    /// <summary>Folders of the rows with a sentence "Pure" in them.</summary>
    public static IEnumerable<string> PureFolders(string page) =>
        from line in page.Split('\n')
        where line.StartsWith("| `src/", StringComparison.Ordinal)
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells[2].Split(". ").Any(static sentence => sentence.TrimEnd('.') == "Pure")
        select cells[1].Trim('`');

    public static string NamespaceOf(string folder) => "ReplayKit." + folder["src/".Length..].Replace('/', '.');
}
