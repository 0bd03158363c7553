using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Partitioner"/>: the framework's sizes depend on the number of processors, ours do not.</summary>
public static class PartitionerHooks
{
    private const int RangesPerProcessor = 3;

    /// <summary>In place of <see cref="Partitioner.Create(int, int)"/>.</summary>
    public static OrderablePartitioner<Tuple<int, int>> Create(int fromInclusive, int toExclusive) =>
        Control.Current is null || toExclusive <= fromInclusive
            ? Partitioner.Create(fromInclusive, toExclusive)
            : Partitioner.Create(fromInclusive, toExclusive, (int)Math.Max(1, ((long)toExclusive - fromInclusive) / (ParallelDegree.Default * RangesPerProcessor)));

    /// <summary>In place of <see cref="Partitioner.Create(int, int, int)"/>.</summary>
    public static OrderablePartitioner<Tuple<int, int>> Create(int fromInclusive, int toExclusive, int rangeSize) => Partitioner.Create(fromInclusive, toExclusive, rangeSize);

    /// <summary>In place of <see cref="Partitioner.Create(long, long)"/>.</summary>
    public static OrderablePartitioner<Tuple<long, long>> Create(long fromInclusive, long toExclusive) =>
        Control.Current is null || toExclusive <= fromInclusive
            ? Partitioner.Create(fromInclusive, toExclusive)
            : Partitioner.Create(fromInclusive, toExclusive, (long)Int128.Max(1, ((Int128)toExclusive - fromInclusive) / (ParallelDegree.Default * RangesPerProcessor)));

    /// <summary>In place of <see cref="Partitioner.Create(long, long, long)"/>.</summary>
    public static OrderablePartitioner<Tuple<long, long>> Create(long fromInclusive, long toExclusive, long rangeSize) => Partitioner.Create(fromInclusive, toExclusive, rangeSize);

    /// <summary>In place of <see cref="Partitioner.Create{TSource}(IList{TSource}, bool)"/>.</summary>
    public static OrderablePartitioner<TSource> Create<TSource>(IList<TSource> list, bool loadBalance, string site) =>
        Control.Current is null || list is null || !loadBalance ? Partitioner.Create(list!, loadBalance) : new TakingPartitioner<TSource>(list, site);

    /// <summary>In place of <see cref="Partitioner.Create{TSource}(TSource[], bool)"/>.</summary>
    public static OrderablePartitioner<TSource> Create<TSource>(TSource[] array, bool loadBalance, string site) =>
        Control.Current is null || array is null || !loadBalance ? Partitioner.Create(array!, loadBalance) : new TakingPartitioner<TSource>(array, site);

    /// <summary>In place of <see cref="Partitioner.Create{TSource}(IEnumerable{TSource})"/>.</summary>
    public static OrderablePartitioner<TSource> Create<TSource>(IEnumerable<TSource> source, string site) =>
        Control.Current is null || source is null ? Partitioner.Create(source!) : new TakingPartitioner<TSource>(source, site);

    /// <summary>In place of <see cref="Partitioner.Create{TSource}(IEnumerable{TSource}, EnumerablePartitionerOptions)"/>.</summary>
    public static OrderablePartitioner<TSource> Create<TSource>(IEnumerable<TSource> source, EnumerablePartitionerOptions partitionerOptions, string site) =>
        Control.Current is null || source is null || partitionerOptions is not (EnumerablePartitionerOptions.None or EnumerablePartitionerOptions.NoBuffering)
            ? Partitioner.Create(source!, partitionerOptions)
            : new TakingPartitioner<TSource>(source, site);
}
