using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <content>Calls on several collections: of those that are ready, the first is used.</content>
public static partial class BlockingCollectionHooks
{
    /// <summary>In place of <see cref="BlockingCollection{T}.AddToAny(BlockingCollection{T}[], T)"/>.</summary>
    public static int AddToAny<T>(BlockingCollection<T>[] collections, T item, string site) => AddToAny(collections, item, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.AddToAny(BlockingCollection{T}[], T, CancellationToken)"/>.</summary>
    public static int AddToAny<T>(BlockingCollection<T>[] collections, T item, CancellationToken cancellationToken, string site) =>
        Control.Current is not null && collections is not null
            ? TryAddToAny(collections, item, new WaitLimit(Timeout.InfiniteTimeSpan, site), cancellationToken)
            : BlockingCollection<T>.AddToAny(collections!, item, cancellationToken);

    /// <summary>In place of <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T)"/>.</summary>
    public static int TryAddToAny<T>(BlockingCollection<T>[] collections, T item, string site) => TryAddToAny(collections, item, 0, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, int)"/>.</summary>
    public static int TryAddToAny<T>(BlockingCollection<T>[] collections, T item, int millisecondsTimeout, string site) =>
        TryAddToAny(collections, item, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, TimeSpan)"/>.</summary>
    public static int TryAddToAny<T>(BlockingCollection<T>[] collections, T item, TimeSpan timeout, string site) =>
        Control.Current is not null && collections is not null && Waits.IsValid(timeout)
            ? TryAddToAny(collections, item, new WaitLimit(timeout, site), CancellationToken.None)
            : BlockingCollection<T>.TryAddToAny(collections!, item, timeout);

    /// <summary>In place of <see cref="BlockingCollection{T}.TryAddToAny(BlockingCollection{T}[], T, int, CancellationToken)"/>.</summary>
    public static int TryAddToAny<T>(BlockingCollection<T>[] collections, T item, int millisecondsTimeout, CancellationToken cancellationToken, string site) =>
        Control.Current is not null && collections is not null && millisecondsTimeout >= Timeout.Infinite
            ? TryAddToAny(collections, item, new WaitLimit(TimeSpan.FromMilliseconds(millisecondsTimeout), site), cancellationToken)
            : BlockingCollection<T>.TryAddToAny(collections!, item, millisecondsTimeout, cancellationToken);

    /// <summary>In place of <see cref="BlockingCollection{T}.TakeFromAny(BlockingCollection{T}[], out T)"/>.</summary>
    public static int TakeFromAny<T>(BlockingCollection<T>[] collections, out T item, string site) => TakeFromAny(collections, out item, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.TakeFromAny(BlockingCollection{T}[], out T, CancellationToken)"/>.</summary>
    public static int TakeFromAny<T>(BlockingCollection<T>[] collections, out T item, CancellationToken cancellationToken, string site)
    {
        if (Control.Current is not null && collections is not null)
        {
            var index = TryTakeFromAny(collections, out item, new WaitLimit(Timeout.InfiniteTimeSpan, site), cancellationToken);
            if (index >= 0) return index;
        }

        return BlockingCollection<T>.TakeFromAny(collections!, out item!, cancellationToken);
    }

    /// <summary>In place of <see cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T)"/>.</summary>
    public static int TryTakeFromAny<T>(BlockingCollection<T>[] collections, out T item, string site) => TryTakeFromAny(collections, out item, 0, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T, int)"/>.</summary>
    public static int TryTakeFromAny<T>(BlockingCollection<T>[] collections, out T item, int millisecondsTimeout, string site) =>
        TryTakeFromAny(collections, out item, millisecondsTimeout, CancellationToken.None, site);

    /// <summary>In place of <see cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T, TimeSpan)"/>.</summary>
    public static int TryTakeFromAny<T>(BlockingCollection<T>[] collections, out T item, TimeSpan timeout, string site) =>
        Control.Current is not null && collections is not null && Waits.IsValid(timeout)
            ? TryTakeFromAny(collections, out item, new WaitLimit(timeout, site), CancellationToken.None)
            : BlockingCollection<T>.TryTakeFromAny(collections!, out item!, timeout);

    /// <summary>In place of <see cref="BlockingCollection{T}.TryTakeFromAny(BlockingCollection{T}[], out T, int, CancellationToken)"/>.</summary>
    public static int TryTakeFromAny<T>(BlockingCollection<T>[] collections, out T item, int millisecondsTimeout, CancellationToken cancellationToken, string site) =>
        Control.Current is not null && collections is not null && millisecondsTimeout >= Timeout.Infinite
            ? TryTakeFromAny(collections, out item, new WaitLimit(TimeSpan.FromMilliseconds(millisecondsTimeout), site), cancellationToken)
            : BlockingCollection<T>.TryTakeFromAny(collections!, out item!, millisecondsTimeout, cancellationToken);

    private static int TryAddToAny<T>(BlockingCollection<T>[] collections, T item, WaitLimit limit, CancellationToken cancellationToken)
    {
        var control = Control.Current!;
        Use(collections, limit.Site);
        var index = -1;
        Waits.Until(
            control,
            () => (index = BlockingCollection<T>.TryAddToAny(collections, item, 0, cancellationToken)) >= 0,
            () => new BlockingCollectionBlockage<T>(collections, isTaking: false, cancellationToken),
            limit);
        return index;
    }

    private static int TryTakeFromAny<T>(BlockingCollection<T>[] collections, out T item, WaitLimit limit, CancellationToken cancellationToken)
    {
        var control = Control.Current!;
        Use(collections, limit.Site);
        var (taken, index) = (default(T)!, -1);
        Waits.Until(
            control,
            () => (index = BlockingCollection<T>.TryTakeFromAny(collections, out taken!, 0, cancellationToken)) >= 0 || Array.TrueForAll(collections, static one => one.IsCompleted),
            () => new BlockingCollectionBlockage<T>(collections, isTaking: true, cancellationToken),
            limit);
        if (index >= 0) control.Acquired(collections[index]);
        item = taken;
        return index;
    }

    // One point for the call: which collection it uses is decided by what they hold then.
    private static void Use<T>(BlockingCollection<T>[] collections, string site)
    {
        if (Control.Current is not { } control) return;
        control.Point(PointKind.Share, null, site);
        foreach (var collection in collections)
        {
            if (collection is null) continue;
            control.Acquired(collection);
            control.Released(collection);
        }
    }
}
