using System.Collections.Immutable;

namespace ReplayKit.Recorder.Attach;

/// <summary>Names by which a person knows a process, from its command line.</summary>
public static class CommandLineNames
{
    private const string Assembly = ".dll";
    private const string Executable = ".exe";
    private const string Sdk = "dotnet";

    /// <summary>File names of the program and of the first assembly that it is given, each also without its ending.</summary>
    /// <param name="commandLine">A whole command line; may be empty.</param>
    public static ImmutableArray<string> Of(string commandLine)
    {
        ArgumentNullException.ThrowIfNull(commandLine);
        var words = Words(commandLine);
        if (words.IsEmpty) return [];
        var names = new List<string> { FileName(words[0]), WithoutEnding(FileName(words[0])) };
        if (EntryFile(words) is { } entry) names.AddRange([FileName(entry), WithoutEnding(FileName(entry))]);
        return [.. names.Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What to call a process that does not tell its entry assembly: the assembly its command line names, else its program; empty when neither is told.</summary>
    /// <param name="commandLine">A whole command line; may be empty.</param>
    public static string Best(string commandLine)
    {
        ArgumentNullException.ThrowIfNull(commandLine);
        var words = Words(commandLine);
        return words.IsEmpty ? "" : WithoutEnding(FileName(EntryFile(words) ?? words[0]));
    }

    /// <summary>Whether the process is a command of the .NET SDK that starts the real program as a process of its own, such as <c>dotnet run</c>.</summary>
    /// <param name="commandLine">A whole command line; may be empty.</param>
    public static bool IsLauncher(string commandLine)
    {
        ArgumentNullException.ThrowIfNull(commandLine);
        var words = Words(commandLine);
        // The SDK's own command line may name its assembly: "dotnet /usr/share/dotnet/sdk/10.0.100/dotnet.dll run".
        var arguments = words.SkipWhile(static word => WithoutEnding(FileName(word)) == Sdk).ToArray();
        return arguments.Length < words.Length && arguments is ["run" or "test" or "watch" or "tool" or "vstest", ..];
    }

    /// <summary>The assembly that a host such as <c>dotnet</c> is given to run; null when none is named.</summary>
    /// <param name="words">The command line, split.</param>
    public static string? EntryFile(ImmutableArray<string> words) =>
        words.Skip(1).FirstOrDefault(static word => word.EndsWith(Assembly, StringComparison.OrdinalIgnoreCase));

    // Words are joined with spaces, and those that hold some are quoted: every other piece between quotes is one word.
    private static ImmutableArray<string> Words(string commandLine) =>
    [
        .. commandLine.Split('"').SelectMany(static (piece, index) => index % 2 == 1 ? [piece] : piece.Split(' ')).Where(static word => word.Length > 0),
    ];

    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string WithoutEnding(string name) =>
        name.EndsWith(Assembly, StringComparison.OrdinalIgnoreCase) || name.EndsWith(Executable, StringComparison.OrdinalIgnoreCase) ? name[..^Assembly.Length] : name;
}
