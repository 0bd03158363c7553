using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="IProducerConsumerCollection{T}"/>: whoever implements it, each call is a scheduling point.</summary>
public static class ProducerConsumerHooks
{
    /// <summary>In place of <see cref="IProducerConsumerCollection{T}.TryAdd"/>.</summary>
    public static bool TryAdd<T>(IProducerConsumerCollection<T> collection, T item, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        return collection.TryAdd(item);
    }

    /// <summary>In place of <see cref="IProducerConsumerCollection{T}.TryTake"/>.</summary>
    public static bool TryTake<T>(IProducerConsumerCollection<T> collection, out T item, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        return collection.TryTake(out item!);
    }

    /// <summary>In place of <see cref="IProducerConsumerCollection{T}.ToArray"/>.</summary>
    public static T[] ToArray<T>(IProducerConsumerCollection<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.ToArray();
    }

    /// <summary>In place of <see cref="IProducerConsumerCollection{T}.CopyTo"/>.</summary>
    public static void CopyTo<T>(IProducerConsumerCollection<T> collection, T[] array, int index, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        collection.CopyTo(array, index);
    }
}
