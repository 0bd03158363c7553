using System.Collections.Concurrent;

namespace Controlled.Collections;

internal static class BlockingCollectionPrograms
{
    private const string Type = "System.Collections.Concurrent.BlockingCollection`1::";

    [Program(Type + "Add", "6", Also = [Type + "GetConsumingEnumerable", Type + "CompleteAdding"])]
    public static async Task<string> Consumers_take_all_that_was_added()
    {
        using var queue = new BlockingCollection<int>(1);
        var sums = new int[2];
        var consumers = Enumerable.Range(0, 2).Select(consumer => Task.Run(() =>
        {
            foreach (var item in queue.GetConsumingEnumerable()) sums[consumer] += item;
        })).ToArray();
        for (var i = 1; i <= 3; i++) queue.Add(i);
        queue.CompleteAdding();
        await Task.WhenAll(consumers);
        return $"{sums.Sum()}";
    }

    [Program(Type + "Take", "deadlock", Also = [Type + "GetConsumingEnumerable"])]
    public static async Task<string> Consumer_blocks_when_adding_is_never_completed()
    {
        using var queue = new BlockingCollection<int>();
        var consumer = Task.Run(() =>
        {
            var sum = queue.Take();
            foreach (var item in queue.GetConsumingEnumerable()) sum += item;
            return sum;
        });
        queue.Add(1);
        queue.Add(2);
        return $"{await consumer}";
    }

    [Program(Type + "Add", "added", "throws InvalidOperationException", Also = [Type + "CompleteAdding"])]
    public static async Task<string> Producer_that_is_late_is_refused()
    {
        using var queue = new BlockingCollection<int>(1);
        var closer = Task.Run(queue.CompleteAdding);
        queue.Add(1);
        await closer;
        return "added";
    }

    [Program(Type + "Take", "1 2 then InvalidOperationException")]
    public static async Task<string> Take_from_a_completed_collection_is_refused()
    {
        using var queue = new BlockingCollection<int>(new ConcurrentQueue<int>());
        var producer = Task.Run(() =>
        {
            queue.Add(1);
            queue.Add(2);
            queue.CompleteAdding();
        });
        var (first, second) = (queue.Take(), queue.Take());
        try
        {
            queue.Take();
            return "took a third";
        }
        catch (InvalidOperationException exception)
        {
            await producer;
            return $"{first} {second} then {exception.GetType().Name}";
        }
    }

    [Program(Type + "TryTake", "False after 60 s, False at once", Also = [Type + "TryAdd"])]
    public static string Timeouts_pass_on_virtual_time()
    {
        using var queue = new BlockingCollection<int>(1);
        var started = DateTime.UtcNow;
        var isTaken = queue.TryTake(out _, TimeSpan.FromSeconds(20)) || queue.TryTake(out _, 20_000) || queue.TryTake(out _);
        queue.Add(1);
        var isAdded = queue.TryAdd(2, 20_000) || queue.TryAdd(2, TimeSpan.Zero);
        return $"{isTaken} after {(DateTime.UtcNow - started).TotalSeconds} s, {isAdded} at once";
    }

    [Program(Type + "TryTake", "1", "timeout")]
    public static async Task<string> Item_races_the_timeout()
    {
        using var queue = new BlockingCollection<int>();
        var producer = Task.Run(async () =>
        {
            await Task.Delay(100);
            queue.TryAdd(1);
        });
        var text = queue.TryTake(out var item, 100) ? $"{item}" : "timeout";
        await producer;
        return text;
    }

    [Program(Type + "TryAdd", "2 added", Also = [Type + "get_Count"])]
    public static async Task<string> Bound_is_kept()
    {
        using var queue = new BlockingCollection<int>(2);
        var added = await Task.WhenAll(Enumerable.Range(0, 3).Select(item => Task.Run(() => queue.TryAdd(item))));
        return $"{added.Count(static one => one)} added{(queue.Count == 2 ? "" : ", not kept")}";
    }

    [Program(Type + "TryAdd", "kept", "lost")]
    public static async Task<string> Item_that_finds_no_room_is_lost()
    {
        using var queue = new BlockingCollection<int>(1);
        queue.Add(0);
        var consumer = Task.Run(() => queue.Take());
        var text = queue.TryAdd(1) ? "kept" : "lost";
        await consumer;
        return text;
    }

    [Program(Type + "Take", "cancelled by the right token")]
    public static async Task<string> Waiting_consumer_can_be_cancelled()
    {
        using var queue = new BlockingCollection<int>();
        using var source = new CancellationTokenSource();
        var canceller = Task.Run(source.Cancel);
        try
        {
            return $"{queue.Take(source.Token)}";
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == source.Token)
        {
            await canceller;
            return "cancelled by the right token";
        }
    }

    [Program(Type + "get_Count", "0", "1", Also = [Type + "ToArray", Type + "CopyTo"])]
    public static async Task<string> Count_is_of_one_moment()
    {
        using var queue = new BlockingCollection<int>();
        var producer = Task.Run(() => queue.Add(1));
        var (count, copy) = (queue.Count, new int[2]);
        await producer;
        queue.CopyTo(copy, 0);
        return copy[0] == 1 && queue.ToArray() is [1] ? $"{count}" : "not there";
    }

    [Program(Type + "get_IsCompleted", "True True", Also = [Type + "get_IsAddingCompleted", Type + "ToArray", Type + "CopyTo"])]
    public static async Task<string> Collection_is_over_when_it_is_completed_and_empty()
    {
        using var queue = new BlockingCollection<int>();
        queue.Add(1);
        await Task.WhenAll(Task.Run(queue.CompleteAdding), Task.Run(() => queue.Take()));
        return queue.ToArray().Length == 0 ? $"{queue.IsAddingCompleted} {queue.IsCompleted}" : "not empty";
    }

    [Program(Type + "get_IsAddingCompleted", "added", "skipped", "throws InvalidOperationException", Also = [Type + "CompleteAdding"])]
    public static async Task<string> Question_before_adding_does_not_help()
    {
        using var queue = new BlockingCollection<int>();
        var closer = Task.Run(queue.CompleteAdding);
        var text = "skipped";
        if (!queue.IsAddingCompleted)
        {
            queue.Add(1);
            text = "added";
        }

        await closer;
        return text;
    }

    [Program(Type + "get_IsCompleted", "took", "over", "throws InvalidOperationException")]
    public static async Task<string> Question_before_taking_does_not_help()
    {
        using var queue = new BlockingCollection<int>();
        queue.Add(1);
        queue.CompleteAdding();
        var other = Task.Run(() => queue.TryTake(out _));
        var text = "over";
        if (!queue.IsCompleted)
        {
            queue.Take();
            text = "took";
        }

        await other;
        return text;
    }

    [Program(Type + "Dispose", "took", "throws ObjectDisposedException")]
    public static async Task<string> Collection_disposed_of_too_early()
    {
        var queue = new BlockingCollection<int>();
        queue.Add(1);
        var disposer = Task.Run(queue.Dispose);
        queue.TryTake(out _, 10);
        await disposer;
        return "took";
    }

    [Program(Type + "Dispose", "1")]
    public static async Task<string> Collection_disposed_of_behind_its_last_use()
    {
        var queue = new BlockingCollection<int>();
        await Task.Run(() => queue.Add(1));
        var item = queue.Take();
        queue.Dispose();
        return $"{item}";
    }
}
