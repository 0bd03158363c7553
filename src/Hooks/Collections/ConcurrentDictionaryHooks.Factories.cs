using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <content>Calls with factories: what the dictionary holds may change while a factory runs, as it may in the framework's own code.</content>
public static partial class ConcurrentDictionaryHooks
{
    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.GetOrAdd(TKey, TValue)"/>.</summary>
    public static TValue GetOrAdd<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, TKey key, TValue value, string site)
        where TKey : notnull
    {
        using var use = DictionaryUse<TKey, TValue>.Change(dictionary, site);
        return dictionary.GetOrAdd(key, value);
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.GetOrAdd(TKey, Func{TKey, TValue})"/>.</summary>
    public static TValue GetOrAdd<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, TKey key, Func<TKey, TValue> valueFactory, string site)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        if (Control.Current is null || valueFactory is null) return dictionary.GetOrAdd(key, valueFactory!);
        return TryGetValue(dictionary, key, out var known, site) ? known : GetOrAdd(dictionary, key, Make(dictionary, () => valueFactory(key), site), site);
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.GetOrAdd{TArg}(TKey, Func{TKey, TArg, TValue}, TArg)"/>.</summary>
    public static TValue GetOrAdd<TKey, TValue, TArg>(ConcurrentDictionary<TKey, TValue> dictionary, TKey key, Func<TKey, TArg, TValue> valueFactory, TArg factoryArgument, string site)
        where TKey : notnull
        where TArg : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        if (Control.Current is null || valueFactory is null) return dictionary.GetOrAdd(key, valueFactory!, factoryArgument);
        if (TryGetValue(dictionary, key, out var known, site)) return known;
        Shared.Read(dictionary, site);
        return GetOrAdd(dictionary, key, valueFactory(key, factoryArgument), site);
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.AddOrUpdate(TKey, TValue, Func{TKey, TValue, TValue})"/>.</summary>
    public static TValue AddOrUpdate<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, TKey key, TValue addValue, Func<TKey, TValue, TValue> updateValueFactory, string site)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        if (Control.Current is null || updateValueFactory is null) return dictionary.AddOrUpdate(key, addValue, updateValueFactory!);
        while (true)
        {
            if (TryGetValue(dictionary, key, out var known, site))
            {
                var updated = Make(dictionary, () => updateValueFactory(key, known), site);
                if (TryUpdate(dictionary, key, updated, known, site)) return updated;
            }
            else if (TryAdd(dictionary, key, addValue, site))
            {
                return addValue;
            }
        }
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.AddOrUpdate(TKey, Func{TKey, TValue}, Func{TKey, TValue, TValue})"/>.</summary>
    public static TValue AddOrUpdate<TKey, TValue>(
        ConcurrentDictionary<TKey, TValue> dictionary, TKey key, Func<TKey, TValue> addValueFactory, Func<TKey, TValue, TValue> updateValueFactory, string site)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        if (Control.Current is null || addValueFactory is null || updateValueFactory is null) return dictionary.AddOrUpdate(key, addValueFactory!, updateValueFactory!);
        while (true)
        {
            if (TryGetValue(dictionary, key, out var known, site))
            {
                var updated = Make(dictionary, () => updateValueFactory(key, known), site);
                if (TryUpdate(dictionary, key, updated, known, site)) return updated;
            }
            else
            {
                var added = Make(dictionary, () => addValueFactory(key), site);
                if (TryAdd(dictionary, key, added, site)) return added;
            }
        }
    }

    /// <summary>In place of <see cref="ConcurrentDictionary{TKey, TValue}.AddOrUpdate{TArg}(TKey, Func{TKey, TArg, TValue}, Func{TKey, TValue, TArg, TValue}, TArg)"/>.</summary>
    public static TValue AddOrUpdate<TKey, TValue, TArg>(
        ConcurrentDictionary<TKey, TValue> dictionary,
        TKey key,
        Func<TKey, TArg, TValue> addValueFactory,
        Func<TKey, TValue, TArg, TValue> updateValueFactory,
        TArg factoryArgument,
        string site)
        where TKey : notnull
        where TArg : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        if (Control.Current is null || addValueFactory is null || updateValueFactory is null)
            return dictionary.AddOrUpdate(key, addValueFactory!, updateValueFactory!, factoryArgument);
        while (true)
        {
            if (TryGetValue(dictionary, key, out var known, site))
            {
                Shared.Read(dictionary, site);
                var updated = updateValueFactory(key, known, factoryArgument);
                if (TryUpdate(dictionary, key, updated, known, site)) return updated;
            }
            else
            {
                Shared.Read(dictionary, site);
                var added = addValueFactory(key, factoryArgument);
                if (TryAdd(dictionary, key, added, site)) return added;
            }
        }
    }

    private static TValue Make<TKey, TValue>(ConcurrentDictionary<TKey, TValue> dictionary, Func<TValue> factory, string site)
        where TKey : notnull
    {
        // Others may have asked for the same key before the factory begins.
        Shared.Read(dictionary, site);
        return factory();
    }
}
