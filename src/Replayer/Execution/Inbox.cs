using System.Collections.Concurrent;

namespace ReplayKit.Replayer.Execution;

/// <summary>What other threads post to the loop.</summary>
/// <param name="outside">Waits for them.</param>
/// <param name="add">Takes a posting in, on the loop's thread.</param>
internal sealed class Inbox(OutsideWait outside, Action<Posting> add)
{
    private readonly ConcurrentQueue<Posting> _postings = new();

    /// <summary>Posts. Callable from any thread.</summary>
    public void Post(Posting posting)
    {
        _postings.Enqueue(posting);
        outside.Wake();
    }

    /// <summary>Takes in what was posted, in that order.</summary>
    public void Take()
    {
        while (_postings.TryDequeue(out var posting)) add(posting);
    }

    /// <summary>Waits for the first steps of all operations that are expected. They come on threads of their own, at any time: in what order they do is no part of the schedule.</summary>
    /// <param name="haveArrived">Whether all are there, or will not come.</param>
    /// <param name="limit">How long to wait.</param>
    public void TakeArrivals(Func<bool> haveArrived, TimeSpan limit)
    {
        outside.Wait(haveArrived, [], limit);
        var arrived = new List<Posting>();
        while (_postings.TryDequeue(out var posting)) arrived.Add(posting);
        foreach (var posting in arrived.OrderBy(static posting => posting.Operation?.Number)) add(posting);
    }
}
