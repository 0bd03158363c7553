using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <content>Constructors: by default a dictionary grows, and so orders its entries, by the number of processors. Under control it is the same everywhere.</content>
public static partial class ConcurrentDictionaryHooks
{
    private const int Capacity = 31;

    /// <summary>In place of the constructor.</summary>
    public static ConcurrentDictionary<TKey, TValue> Create<TKey, TValue>()
        where TKey : notnull =>
        Control.Current is null ? new() : new(ParallelDegree.Default, Capacity);

    /// <summary>In place of the constructor.</summary>
    public static ConcurrentDictionary<TKey, TValue> Create<TKey, TValue>(int concurrencyLevel, int capacity)
        where TKey : notnull =>
        new(LevelOf(concurrencyLevel), capacity);

    /// <summary>In place of the constructor.</summary>
    public static ConcurrentDictionary<TKey, TValue> Create<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> collection)
        where TKey : notnull =>
        Control.Current is null || collection is null ? new(collection!) : new(ParallelDegree.Default, collection, null);

    /// <summary>In place of the constructor.</summary>
    public static ConcurrentDictionary<TKey, TValue> Create<TKey, TValue>(IEqualityComparer<TKey> comparer)
        where TKey : notnull =>
        Control.Current is null ? new(comparer) : new(ParallelDegree.Default, Capacity, comparer);

    /// <summary>In place of the constructor.</summary>
    public static ConcurrentDictionary<TKey, TValue> Create<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> collection, IEqualityComparer<TKey> comparer)
        where TKey : notnull =>
        Control.Current is null || collection is null ? new(collection!, comparer) : new(ParallelDegree.Default, collection, comparer);

    /// <summary>In place of the constructor.</summary>
    public static ConcurrentDictionary<TKey, TValue> Create<TKey, TValue>(int concurrencyLevel, IEnumerable<KeyValuePair<TKey, TValue>> collection, IEqualityComparer<TKey> comparer)
        where TKey : notnull =>
        new(LevelOf(concurrencyLevel), collection, comparer);

    /// <summary>In place of the constructor.</summary>
    public static ConcurrentDictionary<TKey, TValue> Create<TKey, TValue>(int concurrencyLevel, int capacity, IEqualityComparer<TKey> comparer)
        where TKey : notnull =>
        new(LevelOf(concurrencyLevel), capacity, comparer);

    private static int LevelOf(int concurrencyLevel) => concurrencyLevel == -1 && Control.Current is not null ? ParallelDegree.Default : concurrencyLevel;
}
