using System.Text.RegularExpressions;

namespace ReplayKit.Recorder.Checking;

/// <summary>Knows a connection string by its other parts.</summary>
internal static partial class ConnectionParts
{
    /// <summary>Whether a text names a server, an account or a database in the way of a connection string.</summary>
    /// <param name="text">The text.</param>
    internal static bool IsIn(string text) => Part().IsMatch(text);

    [GeneratedRegex(
        @"\b(server|data\s+source|host|endpoint|account\s?name|initial\s+catalog|database|user\s+id|uid|username)\s*=",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}
