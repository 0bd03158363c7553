namespace Architecture.Tests.Rules;

/// <summary>Reads which folders the banned symbols hold in.</summary>
internal static class EditorConfigRules
{
    /// <summary>Folders of the sections that make a banned symbol an error, relative to the root.</summary>
    public static IEnumerable<string> BannedFolders(string editorConfig)
    {
        var header = "";
        foreach (var line in editorConfig.Split('\n').Select(static line => line.Trim()))
        {
            if (line.StartsWith('[')) header = line.Trim('[', ']');
            else if (line == "dotnet_diagnostic.RS0030.severity = error")
                foreach (var folder in Expand(header)) yield return folder;
        }
    }

    private static IEnumerable<string> Expand(string header)
    {
        const string files = "/**.cs";
        var folder = header.EndsWith(files, StringComparison.Ordinal) ? header[..^files.Length] : header;
        var (open, close) = (folder.IndexOf('{'), folder.IndexOf('}'));
        return open < 0 ? [folder] : folder[(open + 1)..close].Split(',').Select(part => folder[..open] + part + folder[(close + 1)..]);
    }
}
