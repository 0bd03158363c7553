using System.Collections.Immutable;
using ReplayKit.Recorder.Checking;

namespace ReplayKit.Recorder.Cli;

/// <summary>The names of kinds of findings: on the command line, in text and in JSON.</summary>
internal static class FindingKinds
{
    private static readonly ImmutableArray<(FindingKind Kind, string Name)> s_names =
    [
        (FindingKind.CutShort, "cutShort"),
        (FindingKind.Lossy, "lossy"),
        (FindingKind.Inconsistent, "inconsistent"),
        (FindingKind.Token, "token"),
        (FindingKind.PrivateKey, "privateKey"),
        (FindingKind.ConnectionString, "connectionString"),
        (FindingKind.NamedSecret, "namedSecret"),
        (FindingKind.CardNumber, "cardNumber"),
    ];

    /// <summary>All names.</summary>
    internal static IEnumerable<string> Names => s_names.Select(static known => known.Name);

    /// <summary>The name of a kind.</summary>
    internal static string Name(FindingKind kind) => s_names.First(known => known.Kind == kind).Name;

    /// <summary>The kind of a name, whatever its case; null when there is none.</summary>
    internal static FindingKind? Find(string name)
    {
        foreach (var known in s_names)
        {
            if (known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return known.Kind;
        }

        return null;
    }

    /// <summary>Whether it is a secret, and not about the file as a whole.</summary>
    internal static bool IsSecret(FindingKind kind) => kind >= FindingKind.Token;
}
