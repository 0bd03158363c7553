using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <summary>How calls of a dictionary are made atomic.</summary>
internal static class DictionaryUse<TKey, TValue>
    where TKey : notnull
{
    // Keys that compare and hash without running code of the program's.
    private static readonly bool HasPlainKeys = typeof(TKey).IsEnum || (typeof(TKey) is { IsSealed: true, IsGenericType: false } && typeof(TKey).Assembly == typeof(object).Assembly);

    /// <summary>A point before a call that takes the dictionary's locks.</summary>
    public static CollectionGuard.Holding Change(ConcurrentDictionary<TKey, TValue> dictionary, string site)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        Shared.Change(dictionary, site);
        if (HasPlainKeys && dictionary.Comparer.GetType().Assembly == typeof(object).Assembly) return default;
        return Control.Current is { } control ? CollectionGuard.Take(control, dictionary, site) : default;
    }

    /// <summary>A point before a call that takes no lock.</summary>
    public static void Read(ConcurrentDictionary<TKey, TValue> dictionary, string site)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        Shared.Read(dictionary, site);
    }
}
