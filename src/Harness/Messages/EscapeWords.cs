using System.Collections.Immutable;
using System.Text;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit.Messages;

/// <summary>Lists the work that was not under control.</summary>
internal static class EscapeWords
{
    private const string Indent = "  ";
    private const int ShownMax = 3;

    /// <summary>The list; empty when there was none.</summary>
    /// <param name="escaped">The work.</param>
    /// <param name="prefix">What stands before an operation's number.</param>
    public static string Of(ImmutableArray<EscapedWork> escaped, string prefix)
    {
        if (escaped.IsEmpty) return "";
        var text = new StringBuilder(Indent).AppendLine($"Work that was not under control ({Counted.Of(escaped.Length, "place")}):");
        foreach (var work in escaped.Take(ShownMax))
            text.Append(Indent).AppendLine($"  {prefix}{work.Operation} {work.What}, {work.Count}×: {string.Join(" < ", work.Stack.Take(ShownMax))}");
        return text.ToString();
    }
}
