using System.Globalization;

namespace ReplayKit.Running;

/// <summary>How a test is explored: what its attribute says, unless the environment says otherwise.</summary>
internal static class ExploreSettings
{
    private const string Pct = "pct";

    /// <exception cref="ReplaySetupException">There is no such strategy.</exception>
    public static ExplorationOptions For(ExploreAttribute attribute, RunSettings environment) => new()
    {
        Schedules = environment.Schedules ?? attribute.Schedules,
        Seed = environment.Seed ?? attribute.Seed,
        Strategy = StrategyOf(attribute.Strategy),
        Shard = environment.Shard,
        RunsTwice = attribute.RunsTwice,
    };

    private static Strategy StrategyOf(string name)
    {
        Strategy[] named = [Strategy.Random, Strategy.Pos, Strategy.Dfs, Strategy.SleepSets];
        if (Array.Find(named, strategy => strategy.Name == name) is { } found) return found;
        if (name == Pct) return Strategy.Pct();
        return name.StartsWith(Pct + "-", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Pct.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var depth) && depth > 0
            ? Strategy.Pct(depth)
            : throw new ReplaySetupException($"There is no strategy '{name}'. Use random, pos, dfs, sleep-sets, pct, or pct-N for bugs of depth N.");
    }
}
