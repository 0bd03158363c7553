using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="ConcurrentQueue{T}"/>: the real one keeps the items, each call is one atomic use of it.</summary>
public static class ConcurrentQueueHooks
{
    /// <summary>In place of <see cref="ConcurrentQueue{T}.Enqueue"/>.</summary>
    public static void Enqueue<T>(ConcurrentQueue<T> collection, T item, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        collection.Enqueue(item);
    }

    /// <summary>In place of <see cref="ConcurrentQueue{T}.TryDequeue"/>.</summary>
    public static bool TryDequeue<T>(ConcurrentQueue<T> collection, out T result, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        return collection.TryDequeue(out result!);
    }

    /// <summary>In place of <see cref="ConcurrentQueue{T}.TryPeek"/>.</summary>
    public static bool TryPeek<T>(ConcurrentQueue<T> collection, out T result, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.TryPeek(out result!);
    }

    /// <summary>In place of <see cref="ConcurrentQueue{T}.Count"/>.</summary>
    public static int Count<T>(ConcurrentQueue<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.Count;
    }

    /// <summary>In place of <see cref="ConcurrentQueue{T}.IsEmpty"/>.</summary>
    public static bool IsEmpty<T>(ConcurrentQueue<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.IsEmpty;
    }

    /// <summary>In place of <see cref="ConcurrentQueue{T}.ToArray"/>.</summary>
    public static T[] ToArray<T>(ConcurrentQueue<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.ToArray();
    }

    /// <summary>In place of <see cref="ConcurrentQueue{T}.CopyTo"/>.</summary>
    public static void CopyTo<T>(ConcurrentQueue<T> collection, T[] array, int index, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        collection.CopyTo(array, index);
    }

    /// <summary>In place of <see cref="ConcurrentQueue{T}.GetEnumerator"/>.</summary>
    public static IEnumerator<T> GetEnumerator<T>(ConcurrentQueue<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.GetEnumerator();
    }

    /// <summary>In place of <see cref="ConcurrentQueue{T}.Clear"/>.</summary>
    public static void Clear<T>(ConcurrentQueue<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        collection.Clear();
    }
}
