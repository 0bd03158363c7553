using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <content>Calls that wait for nothing, and enumeration.</content>
public static partial class BlockingCollectionHooks
{
    /// <summary>In place of <see cref="BlockingCollection{T}.GetConsumingEnumerable()"/>.</summary>
    public static IEnumerable<T> GetConsumingEnumerable<T>(BlockingCollection<T> collection, string site) => GetConsumingEnumerable(collection, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.GetConsumingEnumerable(CancellationToken)"/>.</summary>
    public static IEnumerable<T> GetConsumingEnumerable<T>(BlockingCollection<T> collection, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return Control.Current is null ? collection.GetConsumingEnumerable(cancellationToken) : Consume(collection, cancellationToken, site);
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.CompleteAdding"/>.</summary>
    public static void CompleteAdding<T>(BlockingCollection<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        collection.CompleteAdding();
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.IsAddingCompleted"/>.</summary>
    public static bool IsAddingCompleted<T>(BlockingCollection<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.IsAddingCompleted;
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.IsCompleted"/>.</summary>
    public static bool IsCompleted<T>(BlockingCollection<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.IsCompleted;
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.Count"/>.</summary>
    public static int Count<T>(BlockingCollection<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.Count;
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.ToArray"/>.</summary>
    public static T[] ToArray<T>(BlockingCollection<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        return collection.ToArray();
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.CopyTo"/>.</summary>
    public static void CopyTo<T>(BlockingCollection<T> collection, T[] array, int index, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Read(collection, site);
        collection.CopyTo(array, index);
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.Dispose()"/>.</summary>
    public static void Dispose<T>(BlockingCollection<T> collection, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        Shared.Change(collection, site);
        collection.Dispose();
    }

    private static IEnumerable<T> Consume<T>(BlockingCollection<T> collection, CancellationToken cancellationToken, string site)
    {
        while (!collection.IsCompleted)
        {
            if (TryTake(collection, out var item, Timeout.Infinite, cancellationToken, site)) yield return item;
        }
    }
}
