using System.Collections.Immutable;
using ReplayKit.Replayer.Weaving.Api;

namespace ReplayKit.Replayer.Weaving;

/// <summary>The control list: what becomes of each member of the framework that has to do with time, chance, threads and tasks. See docs/control.md.</summary>
public static class ApiTable
{
    /// <summary>The rows, by family.</summary>
    public static ImmutableArray<(string Family, ImmutableArray<ApiRow> Rows)> Families { get; } =
    [
        ("Tasks", TaskRows.Rows),
        ("Task factories and schedulers", TaskFactoryRows.Rows),
        ("Awaits", AwaitRows.Rows),
        ("Locks", LockRows.Rows),
        ("Signals", SignalRows.Rows),
        ("Atomics", AtomicRows.Rows),
        ("Threads", ThreadRows.Rows),
        ("Thread pool", PoolRows.Rows),
        ("Time", TimeRows.Rows),
        ("Channels", ChannelRows.Rows),
        ("Collections", CollectionRows.Rows),
        ("Parallel", ParallelRows.Rows),
        ("Cancellation", CancellationRows.Rows),
        ("Chance", ChanceRows.Rows),
        ("Other libraries", OtherRows.Rows),
    ];

    /// <summary>All rows.</summary>
    public static ImmutableArray<ApiRow> Rows { get; } = [.. Families.SelectMany(static family => family.Rows)];
}
