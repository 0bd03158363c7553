using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="ConcurrentStack{T}"/>: the real one keeps the items, each call is one atomic use of it.</summary>
public static class ConcurrentStackHooks
{
    /// <summary>In place of <see cref="ConcurrentStack{T}.Push"/>.</summary>
    public static void Push<T>(ConcurrentStack<T> collection, T item, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        collection.Push(item);
    }

    /// <summary>In place of <see cref="ConcurrentStack{T}.PushRange(T[])"/>.</summary>
    public static void PushRange<T>(ConcurrentStack<T> collection, T[] items, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        collection.PushRange(items);
    }

    /// <summary>In place of <see cref="ConcurrentStack{T}.PushRange(T[], int, int)"/>.</summary>
    public static void PushRange<T>(ConcurrentStack<T> collection, T[] items, int startIndex, int count, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        collection.PushRange(items, startIndex, count);
    }

    /// <summary>In place of <see cref="ConcurrentStack{T}.TryPop"/>.</summary>
    public static bool TryPop<T>(ConcurrentStack<T> collection, out T result, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        return collection.TryPop(out result!);
    }

    /// <summary>In place of <see cref="ConcurrentStack{T}.TryPopRange(T[])"/>.</summary>
    public static int TryPopRange<T>(ConcurrentStack<T> collection, T[] items, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        return collection.TryPopRange(items);
    }

    /// <summary>In place of <see cref="ConcurrentStack{T}.TryPopRange(T[], int, int)"/>.</summary>
    public static int TryPopRange<T>(ConcurrentStack<T> collection, T[] items, int startIndex, int count, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        return collection.TryPopRange(items, startIndex, count);
    }

    /// <summary>In place of <see cref="ConcurrentStack{T}.TryPeek"/>.</summary>
    public static bool TryPeek<T>(ConcurrentStack<T> collection, out T result, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.TryPeek(out result!);
    }

    /// <summary>In place of <see cref="ConcurrentStack{T}.Count"/>.</summary>
    public static int Count<T>(ConcurrentStack<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.Count;
    }

    /// <summary>In place of <see cref="ConcurrentStack{T}.IsEmpty"/>.</summary>
    public static bool IsEmpty<T>(ConcurrentStack<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.IsEmpty;
    }

    /// <summary>In place of <see cref="ConcurrentStack{T}.ToArray"/>.</summary>
    public static T[] ToArray<T>(ConcurrentStack<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.ToArray();
    }

    /// <summary>In place of <see cref="ConcurrentStack{T}.CopyTo"/>.</summary>
    public static void CopyTo<T>(ConcurrentStack<T> collection, T[] array, int index, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        collection.CopyTo(array, index);
    }

    /// <summary>In place of <see cref="ConcurrentStack{T}.GetEnumerator"/>.</summary>
    public static IEnumerator<T> GetEnumerator<T>(ConcurrentStack<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.GetEnumerator();
    }

    /// <summary>In place of <see cref="ConcurrentStack{T}.Clear"/>.</summary>
    public static void Clear<T>(ConcurrentStack<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        collection.Clear();
    }
}
