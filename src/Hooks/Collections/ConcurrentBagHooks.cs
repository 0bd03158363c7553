using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="ConcurrentBag{T}"/>: the real one keeps the items, each call is one atomic use of it.</summary>
public static class ConcurrentBagHooks
{
    /// <summary>In place of <see cref="ConcurrentBag{T}.Add"/>.</summary>
    public static void Add<T>(ConcurrentBag<T> collection, T item, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        collection.Add(item);
    }

    /// <summary>In place of <see cref="ConcurrentBag{T}.TryTake"/>.</summary>
    public static bool TryTake<T>(ConcurrentBag<T> collection, out T result, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        return collection.TryTake(out result!);
    }

    /// <summary>In place of <see cref="ConcurrentBag{T}.TryPeek"/>.</summary>
    public static bool TryPeek<T>(ConcurrentBag<T> collection, out T result, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.TryPeek(out result!);
    }

    /// <summary>In place of <see cref="ConcurrentBag{T}.Count"/>.</summary>
    public static int Count<T>(ConcurrentBag<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.Count;
    }

    /// <summary>In place of <see cref="ConcurrentBag{T}.IsEmpty"/>.</summary>
    public static bool IsEmpty<T>(ConcurrentBag<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.IsEmpty;
    }

    /// <summary>In place of <see cref="ConcurrentBag{T}.ToArray"/>.</summary>
    public static T[] ToArray<T>(ConcurrentBag<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.ToArray();
    }

    /// <summary>In place of <see cref="ConcurrentBag{T}.CopyTo"/>.</summary>
    public static void CopyTo<T>(ConcurrentBag<T> collection, T[] array, int index, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        collection.CopyTo(array, index);
    }

    /// <summary>In place of <see cref="ConcurrentBag{T}.GetEnumerator"/>.</summary>
    public static IEnumerator<T> GetEnumerator<T>(ConcurrentBag<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.GetEnumerator();
    }

    /// <summary>In place of <see cref="ConcurrentBag{T}.Clear"/>.</summary>
    public static void Clear<T>(ConcurrentBag<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        collection.Clear();
    }
}
