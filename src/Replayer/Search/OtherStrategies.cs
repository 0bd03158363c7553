using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>The strategies that take turns with the schedules around an incident's order: they find what is far from it.</summary>
/// <remarks>
/// PCT, partial order sampling, random, depth-first with sleep sets, and delay bounding: each keeps its own place. Parts of one search take different
/// seeds; the two that enumerate begin with the first part alone.
/// </remarks>
/// <param name="seed">Where chance begins.</param>
/// <param name="shard">Which part of the search.</param>
internal sealed class OtherStrategies(ulong seed, Shard shard)
{
    private const int PctDepth = 3;
    private const int Delays = 2;
    private readonly List<(string Name, IScheduleSource Source, bool IsByChance)> _sources =
    [
        .. ByChance(),
        .. shard.Index == 1 ? Enumerating() : [],
    ];

    private IScheduleSource? _running;
    private int _turn;

    /// <summary>A scheduler for the next schedule.</summary>
    /// <param name="description">How it was chosen, in a few words.</param>
    public IScheduler Take(out string description)
    {
        while (true)
        {
            var index = _turn++ % _sources.Count;
            var (name, source, isByChance) = _sources[index];
            var next = seed + (ulong)((_turn * shard.Count) + shard.Index - 1);
            if (source.Take(next) is { } scheduler)
            {
                _running = source;
                description = isByChance ? $"by chance: {name} (seed {next})" : $"by turns: {name}";
                return scheduler;
            }

            // Those by chance never end.
            _sources.RemoveAt(index);
        }
    }

    /// <summary>Tells that it ran.</summary>
    public void Ran(int stepCount) => _running?.Ran(stepCount);

    private static IEnumerable<(string, IScheduleSource, bool)> ByChance() =>
        new[] { Strategy.Pos, Strategy.Pct(PctDepth), Strategy.Random }.Select(static strategy => (strategy.Name, strategy.Begin(), true));

    private static IEnumerable<(string, IScheduleSource, bool)> Enumerating() =>
        new[] { Strategy.DelayBounded(Delays), Strategy.SleepSets }.Select(static strategy => (strategy.Name, strategy.Begin(), false));
}
