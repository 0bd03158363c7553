namespace ReplayKit.Recorder.Cli;

/// <summary>Another process's command line, short enough for a table.</summary>
public static class CommandLineText
{
    /// <summary>Longest result, in characters.</summary>
    public const int LengthMax = 60;

    /// <summary>Shortens a command line: folders are left out of its first words, then its end is cut.</summary>
    /// <param name="commandLine">A whole command line; may be empty.</param>
    public static string Shorten(string commandLine)
    {
        ArgumentNullException.ThrowIfNull(commandLine);
        var words = commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // The program and the assembly it runs are told from others by their names; a long path before them would hide those.
        for (var i = 0; i < words.Length && i < 2; i++) words[i] = WithoutFolder(words[i]);
        var text = string.Join(' ', words);
        return text.Length <= LengthMax ? text : string.Concat(text.AsSpan(0, LengthMax - 1), "…");
    }

    private static string WithoutFolder(string word)
    {
        var isPath = word.StartsWith('/') || word.Contains('\\', StringComparison.Ordinal);
        return isPath ? word[(word.LastIndexOfAny(['/', '\\']) + 1)..] : word;
    }
}
