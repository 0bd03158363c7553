using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <summary>Collections that have nothing to take, or no room.</summary>
internal sealed class BlockingCollectionBlockage<T>(BlockingCollection<T>[] collections, bool isTaking, CancellationToken cancellationToken) : Blockage
{
    public override bool IsOver => cancellationToken.IsCancellationRequested || Array.Exists(collections, IsWorthAnAttempt);

    public override string What => "collection";

    public override object? Resource => collections.Length == 1 ? collections[0] : null;

    private bool IsWorthAnAttempt(BlockingCollection<T> collection)
    {
        try
        {
            return collection.IsAddingCompleted || (isTaking ? collection.Count > 0 : collection.Count < collection.BoundedCapacity);
        }
        catch (ObjectDisposedException)
        {
            // The attempt says so.
            return true;
        }
    }
}
