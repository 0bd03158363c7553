namespace ReplayKit.Recorder.Import;

/// <summary>What a process is called, by its command line.</summary>
public static class ProcessNames
{
    /// <summary>The name where the command line does not tell.</summary>
    public const string Unknown = "unknown";

    private const string Host = "dotnet";
    private const string AssemblyExtension = ".dll";

    /// <summary>Name of the entry assembly, or of the executable.</summary>
    /// <param name="commandLine">The command line, its arguments parted by spaces, those with spaces perhaps in quotes.</param>
    public static string Of(string commandLine)
    {
        ArgumentNullException.ThrowIfNull(commandLine);
        var words = Words(commandLine);
        if (words.Count == 0) return Unknown;
        var program = Name(words[0]);
        if (!program.Equals(Host, StringComparison.OrdinalIgnoreCase)) return program;
        var assembly = words.Skip(1).FirstOrDefault(static word => word.EndsWith(AssemblyExtension, StringComparison.OrdinalIgnoreCase));
        return assembly is null ? program : Name(assembly);
    }

    private static List<string> Words(string commandLine)
    {
        var words = new List<string>();
        var (start, inQuotes) = (0, false);
        for (var at = 0; at <= commandLine.Length; at++)
        {
            if (at < commandLine.Length && commandLine[at] == '"') inQuotes = !inQuotes;
            if (at < commandLine.Length && (inQuotes || commandLine[at] != ' ')) continue;
            var word = commandLine[start..at].Trim('"');
            if (!string.IsNullOrWhiteSpace(word)) words.Add(word);
            start = at + 1;
        }

        return words;
    }

    // Written by hand: a trace of Windows is read on Linux, and the other way round.
    private static string Name(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        var isProgram = name.EndsWith(AssemblyExtension, StringComparison.OrdinalIgnoreCase) || name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase);
        var bare = isProgram ? name[..^4] : name;
        return bare.Length > 0 ? bare : Unknown;
    }
}
