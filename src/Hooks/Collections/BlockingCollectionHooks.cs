using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="BlockingCollection{T}"/>: the real one keeps the items, and is never waited for.</summary>
public static partial class BlockingCollectionHooks
{
    /// <summary>In place of <see cref="BlockingCollection{T}.Add(T)"/>.</summary>
    public static void Add<T>(BlockingCollection<T> collection, T item, string site) => Add(collection, item, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.Add(T, CancellationToken)"/>.</summary>
    public static void Add<T>(BlockingCollection<T> collection, T item, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        if (Control.Current is not null) TryAdd(collection, item, new WaitLimit(Timeout.InfiniteTimeSpan, site), cancellationToken);
        else collection.Add(item, cancellationToken);
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.TryAdd(T)"/>.</summary>
    public static bool TryAdd<T>(BlockingCollection<T> collection, T item, string site) => TryAdd(collection, item, 0, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.TryAdd(T, int)"/>.</summary>
    public static bool TryAdd<T>(BlockingCollection<T> collection, T item, int millisecondsTimeout, string site) =>
        TryAdd(collection, item, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.TryAdd(T, TimeSpan)"/>.</summary>
    public static bool TryAdd<T>(BlockingCollection<T> collection, T item, TimeSpan timeout, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return Control.Current is not null && Waits.IsValid(timeout)
            ? TryAdd(collection, item, new WaitLimit(timeout, site), CancellationToken.None)
            : collection.TryAdd(item, timeout);
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.TryAdd(T, int, CancellationToken)"/>.</summary>
    public static bool TryAdd<T>(BlockingCollection<T> collection, T item, int millisecondsTimeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return Control.Current is not null && millisecondsTimeout >= Timeout.Infinite
            ? TryAdd(collection, item, new WaitLimit(TimeSpan.FromMilliseconds(millisecondsTimeout), site), cancellationToken)
            : collection.TryAdd(item, millisecondsTimeout, cancellationToken);
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.Take()"/>.</summary>
    public static T Take<T>(BlockingCollection<T> collection, string site) => Take(collection, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.Take(CancellationToken)"/>.</summary>
    public static T Take<T>(BlockingCollection<T> collection, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return Control.Current is not null && TryTake(collection, out var item, new WaitLimit(Timeout.InfiniteTimeSpan, site), cancellationToken)
            ? item
            : collection.Take(cancellationToken);
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.TryTake(out T)"/>.</summary>
    public static bool TryTake<T>(BlockingCollection<T> collection, out T item, string site) => TryTake(collection, out item, 0, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.TryTake(out T, int)"/>.</summary>
    public static bool TryTake<T>(BlockingCollection<T> collection, out T item, int millisecondsTimeout, string site) =>
        TryTake(collection, out item, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.TryTake(out T, TimeSpan)"/>.</summary>
    public static bool TryTake<T>(BlockingCollection<T> collection, out T item, TimeSpan timeout, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return Control.Current is not null && Waits.IsValid(timeout)
            ? TryTake(collection, out item, new WaitLimit(timeout, site), CancellationToken.None)
            : collection.TryTake(out item!, timeout);
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.TryTake(out T, int, CancellationToken)"/>.</summary>
    public static bool TryTake<T>(BlockingCollection<T> collection, out T item, int millisecondsTimeout, CancellationToken cancellationToken, string site)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return Control.Current is not null && millisecondsTimeout >= Timeout.Infinite
            ? TryTake(collection, out item, new WaitLimit(TimeSpan.FromMilliseconds(millisecondsTimeout), site), cancellationToken)
            : collection.TryTake(out item!, millisecondsTimeout, cancellationToken);
    }

    private static bool TryAdd<T>(BlockingCollection<T> collection, T item, WaitLimit limit, CancellationToken cancellationToken)
    {
        var control = Control.Current!;
        Shared.Change(collection, limit.Site);
        return Waits.Until(
            control,
            () => collection.TryAdd(item, 0, cancellationToken),
            () => new BlockingCollectionBlockage<T>([collection], isTaking: false, cancellationToken),
            limit);
    }

    private static bool TryTake<T>(BlockingCollection<T> collection, out T item, WaitLimit limit, CancellationToken cancellationToken)
    {
        var control = Control.Current!;
        Shared.Change(collection, limit.Site);
        var taken = default(T)!;
        var isTaken = false;
        Waits.Until(
            control,
            () => (isTaken = collection.TryTake(out taken!, 0, cancellationToken)) || collection.IsCompleted,
            () => new BlockingCollectionBlockage<T>([collection], isTaking: true, cancellationToken),
            limit);
        if (isTaken) control.Acquired(collection);
        item = taken;
        return isTaken;
    }
}
