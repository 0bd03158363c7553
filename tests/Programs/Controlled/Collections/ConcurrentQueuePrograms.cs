using System.Collections.Concurrent;

namespace Controlled.Collections;

internal static class ConcurrentQueuePrograms
{
    private const string Type = "System.Collections.Concurrent.ConcurrentQueue`1::";

    [Program(Type + "Enqueue", "1 2", Also = [Type + "TryDequeue", Type + "TryPeek", Type + "get_IsEmpty"])]
    public static async Task<string> Items_of_one_producer_stay_in_order()
    {
        var queue = new ConcurrentQueue<int>();
        var producer = Task.Run(() =>
        {
            queue.Enqueue(1);
            queue.Enqueue(2);
        });
        var taken = new List<int>();
        while (taken.Count < 2)
        {
            if (queue.TryPeek(out var next) && queue.TryDequeue(out var item) && next == item) taken.Add(item);
            else await Task.Yield();
        }

        await producer;
        return queue.IsEmpty ? string.Join(' ', taken) : "not empty";
    }

    [Program(Type + "Enqueue", "ab", "ba", Also = [Type + "ToArray"])]
    public static async Task<string> Items_of_two_producers_come_in_either_order()
    {
        var queue = new ConcurrentQueue<string>();
        await Task.WhenAll(Task.Run(() => queue.Enqueue("a")), Task.Run(() => queue.Enqueue("b")));
        return string.Concat(queue.ToArray());
    }

    [Program(Type + "TryPeek", "handled 1", "handled 2", Also = [Type + "TryDequeue"])]
    public static async Task<string> Item_that_is_peeked_first_is_handled_twice()
    {
        var (queue, handled) = (new ConcurrentQueue<int>([1]), 0);
        void Handle()
        {
            if (!queue.TryPeek(out _)) return;
            handled++;
            queue.TryDequeue(out _);
        }

        await Task.WhenAll(Task.Run(Handle), Task.Run(Handle));
        return $"handled {handled}";
    }

    [Program(Type + "get_IsEmpty", "took", "throws InvalidOperationException", Also = [Type + "TryDequeue", Type + "get_Count"])]
    public static async Task<string> Question_before_taking_does_not_help()
    {
        var queue = new ConcurrentQueue<int>([1]);
        void Take()
        {
            if (queue.Count != 1) return;
            if (!queue.TryDequeue(out _)) throw new InvalidOperationException("The item is gone.");
        }

        await Task.WhenAll(Task.Run(Take), Task.Run(Take));
        return "took";
    }

    [Program(Type + "get_Count", "2", Also = [Type + "Clear", Type + "CopyTo", Type + "ToArray", Type + "GetEnumerator"])]
    public static async Task<string> Looks_see_all_that_is_there()
    {
        var queue = new ConcurrentQueue<int>();
        await Task.WhenAll(Task.Run(() => queue.Enqueue(1)), Task.Run(() => queue.Enqueue(1)));
        var copy = new int[2];
        queue.CopyTo(copy, 0);
        var sum = 0;
        foreach (var item in queue) sum += item;
        var count = queue.Count;
        var isWhole = sum == copy.Sum() && sum == queue.ToArray().Sum();
        queue.Clear();
        return isWhole && queue.IsEmpty ? $"{count}" : "not whole";
    }

    [Program(Type + "GetEnumerator", "0", "1", Also = [Type + "Enqueue", Type + "CopyTo", Type + "ToArray", Type + "get_Count"])]
    public static async Task<string> Enumeration_is_of_one_moment()
    {
        var queue = new ConcurrentQueue<int>();
        var producer = Task.Run(() => queue.Enqueue(1));
        var sum = 0;
        foreach (var item in queue) sum += item;
        await producer;
        return $"{sum}";
    }

    [Program(Type + "Clear", "0 left", "1 left", Also = [Type + "Enqueue", Type + "get_Count"])]
    public static async Task<string> Item_added_while_clearing_may_stay()
    {
        var queue = new ConcurrentQueue<int>();
        await Task.WhenAll(Task.Run(queue.Clear), Task.Run(() => queue.Enqueue(1)));
        return $"{queue.Count} left";
    }

    [Program(Type + "CopyTo", "1", "throws ArgumentException")]
    public static async Task<string> Room_for_a_copy_may_be_too_small()
    {
        var queue = new ConcurrentQueue<int>([1]);
        var producer = Task.Run(() => queue.Enqueue(2));
        var copy = new int[queue.Count];
        queue.CopyTo(copy, 0);
        await producer;
        return $"{copy[0]}";
    }

    [Program("System.Collections.Concurrent.IProducerConsumerCollection`1::TryAdd", "2", Also = ["System.Collections.Concurrent.IProducerConsumerCollection`1::ToArray", "System.Collections.Concurrent.IProducerConsumerCollection`1::CopyTo", "System.Collections.Concurrent.IProducerConsumerCollection`1::TryTake"])]
    public static async Task<string> Interface_adds_and_takes()
    {
        IProducerConsumerCollection<int> items = new ConcurrentStack<int>();
        await Task.WhenAll(Task.Run(() => items.TryAdd(1)), Task.Run(() => items.TryAdd(1)));
        var copy = new int[2];
        items.CopyTo(copy, 0);
        var sum = items.ToArray().Sum();
        return items.TryTake(out _) && copy.Sum() == sum ? $"{sum}" : "none";
    }

    [Program("System.Collections.Concurrent.IProducerConsumerCollection`1::TryTake", "True", "False", Also = ["System.Collections.Concurrent.IProducerConsumerCollection`1::TryAdd", "System.Collections.Concurrent.IProducerConsumerCollection`1::ToArray", "System.Collections.Concurrent.IProducerConsumerCollection`1::CopyTo"])]
    public static async Task<string> Interface_may_have_nothing_yet()
    {
        IProducerConsumerCollection<int> items = new ConcurrentBag<int>();
        var producer = Task.Run(() => items.TryAdd(1));
        var isTaken = items.TryTake(out _);
        await producer;
        return $"{isTaken}";
    }
}
