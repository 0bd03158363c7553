using System.Text.RegularExpressions;

namespace Architecture.Tests.Rules;

/// <summary>Finds links of a page that lead nowhere in the repository. Links to the web are not followed.</summary>
internal static partial class LinkRules
{
    /// <param name="path">The page, relative to the root.</param>
    /// <param name="read">The text of a page; null when there is no such file or folder, empty when it is no page.</param>
    public static IEnumerable<string> DeadLinks(string path, Func<string, string?> read)
    {
        var text = WithoutCode(read(path)!);
        var targets = InlineLink().Matches(text).Concat(Definition().Matches(text)).Select(static match => match.Groups["target"].Value);
        return targets.Where(static target => !Scheme().IsMatch(target)).Where(target => IsDead(path, target, read)).Select(target => $"{path}: {target}");
    }

    /// <summary>The name under which a heading can be linked to.</summary>
    public static string AnchorOf(string heading)
    {
        var plain = Markup().Replace(heading.Trim().ToLowerInvariant(), "$1");
        return string.Concat(plain.Where(static c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
    }

    private static bool IsDead(string path, string target, Func<string, string?> read)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0 ? path : Resolve(path, Uri.UnescapeDataString(parts[0]));
        if (file is null || read(file) is not { } text) return true;
        return parts.Length == 2 && file.EndsWith(".md", StringComparison.Ordinal)
            && !Heading().Matches(WithoutFences(text)).Any(match => AnchorOf(match.Groups["text"].Value) == parts[1]);
    }

    // Null for what lies above the root.
    private static string? Resolve(string page, string target)
    {
        var parts = target.StartsWith('/') ? [] : page.Split('/')[..^1].ToList();
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else return null;
        }

        return string.Join('/', parts);
    }

    private static string WithoutCode(string text) => Code().Replace(WithoutFences(text), "");

    private static string WithoutFences(string text) => Fence().Replace(text, "");

    [GeneratedRegex(@"\]\(\s*<?(?<target>[^)\s>]+)")]
    private static partial Regex InlineLink();

    [GeneratedRegex(@"^\[[^\]]+\]:\s*(?<target>\S+)", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^[a-z][a-z0-9+.-]+:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^#{1,6} +(?<text>.*?)[ #]*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Markup();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex Code();

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
