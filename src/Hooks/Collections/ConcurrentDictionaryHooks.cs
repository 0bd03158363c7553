using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="ConcurrentDictionary{TKey, TValue}"/>: each call is one atomic use, and the factories that it calls are not part of it.</summary>
public static partial class ConcurrentDictionaryHooks
{
    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.TryAdd"/>.</summary>
    public static bool TryAdd<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, TKey key, TValue value, string site)
        where TKey : notnull
    {
        using var use = DictionaryUse<TKey, TValue>.Change(dictionary, site);
        return dictionary.TryAdd(key, value);
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.ContainsKey"/>.</summary>
    public static bool ContainsKey<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, TKey key, string site)
        where TKey : notnull
    {
        DictionaryUse<TKey, TValue>.Read(dictionary, site);
        return dictionary.ContainsKey(key);
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.TryRemove(TKey, out TValue)"/>.</summary>
    public static bool TryRemove<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, TKey key, out TValue value, string site)
        where TKey : notnull
    {
        using var use = DictionaryUse<TKey, TValue>.Change(dictionary, site);
        return dictionary.TryRemove(key, out value!);
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.TryRemove(KeyValuePair{TKey, TValue})"/>.</summary>
    public static bool TryRemove<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, KeyValuePair<TKey, TValue> item, string site)
        where TKey : notnull
    {
        using var use = DictionaryUse<TKey, TValue>.Change(dictionary, site);
        return dictionary.TryRemove(item);
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.TryGetValue"/>.</summary>
    public static bool TryGetValue<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, TKey key, out TValue value, string site)
        where TKey : notnull
    {
        DictionaryUse<TKey, TValue>.Read(dictionary, site);
        return dictionary.TryGetValue(key, out value!);
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.TryUpdate"/>.</summary>
    public static bool TryUpdate<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, TKey key, TValue newValue, TValue comparisonValue, string site)
        where TKey : notnull
    {
        using var use = DictionaryUse<TKey, TValue>.Change(dictionary, site);
        return dictionary.TryUpdate(key, newValue, comparisonValue);
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.Clear"/>.</summary>
    public static void Clear<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, string site)
        where TKey : notnull
    {
        using var use = DictionaryUse<TKey, TValue>.Change(dictionary, site);
        dictionary.Clear();
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.ToArray"/>.</summary>
    public static KeyValuePair<TKey, TValue>[] ToArray<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, string site)
        where TKey : notnull
    {
        using var use = DictionaryUse<TKey, TValue>.Change(dictionary, site);
        return dictionary.ToArray();
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.GetEnumerator"/>: others may run before each entry.</summary>
    public static IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, string site)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        return Control.Current is null ? dictionary.GetEnumerator() : Walk(dictionary, site);
    }

    /// <summary>In place of reading an entry.</summary>
    public static TValue Item<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, TKey key, string site)
        where TKey : notnull
    {
        DictionaryUse<TKey, TValue>.Read(dictionary, site);
        return dictionary[key];
    }

    /// <summary>In place of writing an entry.</summary>
    public static void SetItem<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, TKey key, TValue value, string site)
        where TKey : notnull
    {
        using var use = DictionaryUse<TKey, TValue>.Change(dictionary, site);
        dictionary[key] = value;
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.Count"/>.</summary>
    public static int Count<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, string site)
        where TKey : notnull
    {
        using var use = DictionaryUse<TKey, TValue>.Change(dictionary, site);
        return dictionary.Count;
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.IsEmpty"/>.</summary>
    public static bool IsEmpty<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, string site)
        where TKey : notnull
    {
        using var use = DictionaryUse<TKey, TValue>.Change(dictionary, site);
        return dictionary.IsEmpty;
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.Keys"/>.</summary>
    public static ICollection<TKey> Keys<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, string site)
        where TKey : notnull
    {
        using var use = DictionaryUse<TKey, TValue>.Change(dictionary, site);
        return dictionary.Keys;
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.Values"/>.</summary>
    public static ICollection<TValue> Values<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, string site)
        where TKey : notnull
    {
        using var use = DictionaryUse<TKey, TValue>.Change(dictionary, site);
        return dictionary.Values;
    }

    private static IEnumerator<KeyValuePair<TKey, TValue>> Walk<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, string site)
        where TKey : notnull
    {
        using var entries = dictionary.GetEnumerator();
        while (true)
        {
            Shared.Read(dictionary, site);
            if (!entries.MoveNext()) yield break;
            yield return entries.Current;
        }
    }
}
