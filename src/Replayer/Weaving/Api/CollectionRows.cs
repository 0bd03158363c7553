using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving.Api;

/// <summary>Collections that many threads may use at once.</summary>
internal static class CollectionRows
{
    private const string Namespace = "System.Collections.Concurrent.";
    private const string NotSharedYet = "Nobody else knows the collection yet";

    public static ImmutableArray<ApiRow> Rows { get; } =
    [
        .. Each("BlockingCollection`1", "BlockingCollectionHooks", "Add", "TryAdd", "Take", "TryTake", "AddToAny", "TryAddToAny", "TakeFromAny", "TryTakeFromAny"),
        .. Each("BlockingCollection`1", "BlockingCollectionHooks", "GetConsumingEnumerable", "CompleteAdding", "get_IsAddingCompleted", "get_IsCompleted", "get_Count", "ToArray", "CopyTo", "Dispose"),
        Harmless("BlockingCollection`1", ".ctor", NotSharedYet),
        Harmless("BlockingCollection`1", "get_BoundedCapacity", "It never changes"),
        .. Each("ConcurrentQueue`1", "ConcurrentQueueHooks", "Enqueue", "TryDequeue", "TryPeek", "get_Count", "get_IsEmpty", "ToArray", "CopyTo", "GetEnumerator", "Clear"),
        Harmless("ConcurrentQueue`1", ".ctor", NotSharedYet),
        .. Each("ConcurrentStack`1", "ConcurrentStackHooks", "Push", "PushRange", "TryPop", "TryPopRange", "TryPeek", "get_Count", "get_IsEmpty", "ToArray", "CopyTo", "GetEnumerator", "Clear"),
        Harmless("ConcurrentStack`1", ".ctor", NotSharedYet),
        .. Each("ConcurrentBag`1", "ConcurrentBagHooks", "Add", "TryTake", "TryPeek", "get_Count", "get_IsEmpty", "ToArray", "CopyTo", "GetEnumerator", "Clear"),
        Harmless("ConcurrentBag`1", ".ctor", NotSharedYet),
        .. Each("IProducerConsumerCollection`1", "ProducerConsumerHooks", "TryAdd", "TryTake", "ToArray", "CopyTo"),
        .. Each("ConcurrentDictionary`2", "ConcurrentDictionaryHooks", "TryAdd", "TryGetValue", "TryUpdate", "TryRemove", "ContainsKey", "get_Item", "set_Item", "GetOrAdd", "AddOrUpdate"),
        .. Each("ConcurrentDictionary`2", "ConcurrentDictionaryHooks", "get_Count", "get_IsEmpty", "get_Keys", "get_Values", "ToArray", "GetEnumerator", "Clear"),
        new(Namespace + "ConcurrentDictionary`2", ".ctor", ApiControl.Controlled)
        {
            Hooks = "ConcurrentDictionaryHooks",
            Reason = "Without a level of concurrency of its own it gets one of 4, where the framework asks how many processors there are: the order of entries follows from it",
        },
        Harmless("ConcurrentDictionary`2", "get_Comparer", "It never changes"),
        Harmless("ConcurrentDictionary`2", "*", "A lookup by another type of key: what it does is atomic, and no scheduling point"),
        Harmless("ConcurrentDictionary`2/AlternateLookup`1", "*", "A lookup by another type of key: what it does is atomic, and no scheduling point"),
        new(Namespace + "Partitioner", "Create", ApiControl.Controlled)
        {
            Hooks = "PartitionerHooks",
            Reason = "Ranges are as on a machine of 4 processors, and items are handed out one by one",
        },
        Harmless("Partitioner`1", "*", "It is code of the program's own, or a partitioner of ours"),
        Harmless("OrderablePartitioner`1", "*", "It is code of the program's own, or a partitioner of ours"),
    ];

    private static IEnumerable<ApiRow> Each(string type, string hooks, params string[] members) =>
        members.Select(member => new ApiRow(Namespace + type, member, ApiControl.Controlled) { Hooks = hooks });

    private static ApiRow Harmless(string type, string member, string reason) => new(Namespace + type, member, ApiControl.Harmless) { Reason = reason };
}
