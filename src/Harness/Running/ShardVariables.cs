using System.Globalization;
using ReplayKit.Replayer.Search;

namespace ReplayKit.Running;

/// <summary>Reads which part of a search this process takes: from our own variable, from those of an Indexed Job of Kubernetes, or from those of a matrix of GitHub Actions.</summary>
/// <remarks>
/// Kubernetes tells a pod its index and not how many there are; GitHub tells a job neither, but for what its workflow hands on from the <c>strategy</c>
/// context. See docs/sharding.md.
/// </remarks>
internal static class ShardVariables
{
    /// <summary>Names the part, as <c>3/8</c>.</summary>
    public const string Own = "REPLAYKIT_SHARD";

    private const string Count = "REPLAYKIT_SHARDS";
    private const string KubernetesIndex = "JOB_COMPLETION_INDEX";
    private const string KubernetesCount = "JOB_COMPLETIONS";
    private const string GitHubIndex = "STRATEGY_JOB_INDEX";
    private const string GitHubCount = "STRATEGY_JOB_TOTAL";

    /// <summary>The part.</summary>
    /// <param name="read">Reads a variable; null or empty for one that is not set.</param>
    /// <exception cref="ReplaySetupException">A variable holds something else than it should, or one is missing.</exception>
    public static Shard Read(Func<string, string?> read)
    {
        if (read(Own) is { Length: > 0 } own) return Parse(own);
        if (Indexed(read, KubernetesIndex, KubernetesCount) is { } pod) return pod;
        return Indexed(read, GitHubIndex, GitHubCount) ?? Shard.Whole;
    }

    private static Shard Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && Number(parts[0]) is { } index && Number(parts[1]) is { } count && index >= 1 && index <= count
            ? new Shard(index, count)
            : throw new ReplaySetupException($"{Own} is '{text}', which is no part. Set it to i/n, such as 3/8 for the third of eight, or to nothing.");
    }

    // Both count from 0.
    private static Shard? Indexed(Func<string, string?> read, string indexVariable, string countVariable)
    {
        if (read(indexVariable) is not { Length: > 0 } indexText) return null;
        var countText = read(Count) is { Length: > 0 } ours ? ours : read(countVariable);
        if (countText is not { Length: > 0 })
        {
            throw new ReplaySetupException(
                $"{indexVariable} is set, and how many parts there are is not known. Set {countVariable} or {Count} to their number, or {Own}=1/1 to have all of it here.");
        }

        return Number(indexText) is { } index && Number(countText) is { } count && index < count
            ? new Shard(index + 1, count)
            : throw new ReplaySetupException($"{indexVariable} is '{indexText}' of '{countText}', which is no part: it counts from 0, up to below their number.");
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
