using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <summary>Hands out the items of an enumerable one by one, in place of the framework's partitioner, which takes ever longer runs under a lock.</summary>
internal sealed class TakingPartitioner<T>(IEnumerable<T> source, string site)
    : OrderablePartitioner<T>(keysOrderedInEachPartition: true, keysOrderedAcrossPartitions: false, keysNormalized: true)
{
    public override bool SupportsDynamicPartitions => true;

    public override IList<IEnumerator<KeyValuePair<long, T>>> GetOrderablePartitions(int partitionCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(partitionCount, 1);
        var items = GetOrderableDynamicPartitions();
        return [.. Enumerable.Range(0, partitionCount).Select(_ => items.GetEnumerator())];
    }

    public override IEnumerable<KeyValuePair<long, T>> GetOrderableDynamicPartitions() => new TakenItems<T>(source.GetEnumerator(), site);
}
