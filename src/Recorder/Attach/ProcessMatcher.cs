using System.Collections.Immutable;

namespace ReplayKit.Recorder.Attach;

/// <summary>Finds a process by a name that a person knows it by.</summary>
public static class ProcessMatcher
{
    private static readonly ImmutableArray<Func<string, string, bool>> s_rules =
    [
        static (known, asked) => known.Equals(asked, StringComparison.Ordinal),
        static (known, asked) => known.Equals(asked, StringComparison.OrdinalIgnoreCase),
        static (known, asked) => known.Contains(asked, StringComparison.OrdinalIgnoreCase),
    ];

    /// <summary>The one process of a name: a whole name as written comes before one in other letters, and that before a part of one.</summary>
    /// <param name="name">Entry assembly, program, or either's file name.</param>
    /// <param name="processes">Those to choose from.</param>
    /// <exception cref="AttachException">None has the name, or several.</exception>
    public static DotnetProcess Find(string name, ImmutableArray<DotnetProcess> processes)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        foreach (var rule in s_rules)
        {
            var found = processes.Where(process => NamesOf(process).Any(known => rule(known, name))).ToImmutableArray();
            if (found.Length == 1) return found[0];
            if (found.Length > 1) throw AttachFailures.AmbiguousName(name, found);
        }

        throw AttachFailures.NoSuchName(name, processes);
    }

    /// <summary>Whether a process has a name, whole, in any letters.</summary>
    /// <param name="name">The name.</param>
    /// <param name="process">The process.</param>
    public static bool Fits(string name, DotnetProcess process) => NamesOf(process).Contains(name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> NamesOf(DotnetProcess process) => CommandLineNames.Of(process.CommandLine).Prepend(process.Name);
}
