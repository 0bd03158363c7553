using ReplayKit.Replayer.Running;

namespace ReplayKit;

/// <summary>Explores schedules of a test body with no recording.</summary>
public static class Exploration
{
    /// <summary>Runs a body once per schedule, under control from its first line: what it starts is an operation, and each decision is the strategy's.</summary>
    /// <param name="body">The body. Code that is woven is controlled; its assertions are its exceptions.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ReplaySetupException">An option is out of range.</exception>
    /// <exception cref="InvalidOperationException">Another run controls this process.</exception>
    public static Task<ExplorationResult> RunAsync(Func<Replay, Task> body, ExplorationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        var chosen = options ?? new ExplorationOptions();
        if (chosen.Schedules < 1) throw new ReplaySetupException($"An exploration runs at least one schedule, not {chosen.Schedules}.");
        if (!chosen.Shard.IsWhole && (chosen.Pinned is not null || !chosen.Strategy.IsBySeed))
            throw new ReplaySetupException($"Schedules of the strategy {chosen.Strategy.Name} follow from each other and cannot be split. Use random, pos or pct, or run it whole.");
        return new ExplorationRun(body, chosen).StartAsync();
    }
}
