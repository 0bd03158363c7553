using System.Collections.Immutable;
using System.IO.Enumeration;

namespace ReplayKit.Weave;

/// <summary>Chooses assemblies by name.</summary>
internal static class NameFilter
{
    // What runs the test and the replay: under control it would wait for itself. A pattern passes these over; a name written in full does not.
    private static readonly ImmutableArray<string> Reserved =
    [
        "ReplayKit*", "nunit*", "testhost*", "Microsoft.TestPlatform.*", "Microsoft.VisualStudio.*", "Microsoft.Testing.*", "Mono.Cecil*", "MessagePack*",
    ];

    // What the engine itself uses while it decides: a pattern passes these over as well.
    private static readonly ImmutableArray<string> ReservedFramework = ["System.Collections*", "System.Linq", "System.Runtime*", "System.Private.*", "System.Diagnostics.*", "System.Threading", "System.Memory", "System.Console", "netstandard", "mscorlib"];

    /// <summary>The patterns in these lists, which semicolons separate as in an MSBuild Include.</summary>
    public static IEnumerable<string> Split(IEnumerable<string> lists) =>
        lists.SelectMany(static list => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a pattern means an assembly of the framework: it must name more than a star, as the framework holds hundreds of them.</summary>
    public static bool FitsFramework(string pattern, string name)
    {
        if (!pattern.Contains('*', StringComparison.Ordinal)) return Fits(pattern, name);
        return pattern.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            && dot < pattern.IndexOf('*', StringComparison.Ordinal)
            && Fits(pattern, name)
            && !ReservedFramework.Any(reserved => FileSystemName.MatchesSimpleExpression(reserved, name));
    }

    /// <summary>Whether a pattern means an assembly with this simple name.</summary>
    public static bool Fits(string pattern, string name)
    {
        if (!pattern.Contains('*', StringComparison.Ordinal)) return name.Equals(pattern, StringComparison.OrdinalIgnoreCase);
        return FileSystemName.MatchesSimpleExpression(pattern, name)
            && !Reserved.Any(reserved => FileSystemName.MatchesSimpleExpression(reserved, name));
    }
}
