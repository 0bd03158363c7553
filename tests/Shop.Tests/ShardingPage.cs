using NUnit.Framework;
using YamlDotNet.RepresentationModel;

namespace Shop.Tests;

/// <summary>Reads what docs/sharding.md tells to write.</summary>
internal static class ShardingPage
{
    private const string Fence = "```";

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The documents of the page that are YAML, parsed.</summary>
    public static IReadOnlyList<YamlNode> Documents => [.. Blocks().Select(Parse)];

    /// <summary>The value of a path of keys; list positions are numbers.</summary>
    public static YamlNode At(this YamlNode node, params object[] path)
    {
        foreach (var step in path) node = step is int index ? ((YamlSequenceNode)node)[index] : ((YamlMappingNode)node)[(string)step];
        return node;
    }

    private static IEnumerable<string> Blocks()
    {
        var inside = false;
        var lines = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Root, "docs", "sharding.md")))
        {
            if (inside && line == Fence) yield return string.Join('\n', lines);
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                inside = line == Fence + "yaml";
                lines.Clear();
            }
            else if (inside) lines.Add(line);
        }
    }

    private static YamlNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        Assert.That(stream.Documents, Has.Count.EqualTo(1));
        return stream.Documents[0].RootNode;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ReplayKit.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
