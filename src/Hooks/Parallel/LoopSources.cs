using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <summary>What loops over other things than ranges take from.</summary>
internal static class LoopSources
{
    /// <summary>The items of an enumerable; with what is to be disposed of behind the loop.</summary>
    public static (LoopSource<T> Items, IDisposable? Owner) Of<T>(IEnumerable<T> source, string site)
    {
        if (source is IList<T> list) return (IndexSource.Of(0, list.Count, index => list[(int)index], site), null);
        var items = new TakenItems<T>(source.GetEnumerator(), site);
        return (new LoopSource<T>(long.MaxValue, items.GetEnumerator), items);
    }

    /// <summary>What a partitioner hands out, with its own keys as indexes.</summary>
    public static (LoopSource<T> Items, IDisposable? Owner) Of<T>(OrderablePartitioner<T> source)
    {
        var partitions = source.GetOrderableDynamicPartitions();
        return (new LoopSource<T>(long.MaxValue, partitions.GetEnumerator), partitions as IDisposable);
    }

    /// <summary>What a partitioner hands out, in the order in which it is taken.</summary>
    public static (LoopSource<T> Items, IDisposable? Owner) Of<T>(Partitioner<T> source)
    {
        if (source is OrderablePartitioner<T> { KeysNormalized: true } orderable) return Of(orderable);
        var partitions = source.GetDynamicPartitions();
        var taken = 0L;
        IEnumerator<KeyValuePair<long, T>> Number()
        {
            using var items = partitions.GetEnumerator();
            while (items.MoveNext()) yield return new KeyValuePair<long, T>(taken++, items.Current);
        }

        return (new LoopSource<T>(long.MaxValue, Number), partitions as IDisposable);
    }
}
