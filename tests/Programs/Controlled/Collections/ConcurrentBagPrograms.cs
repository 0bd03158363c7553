using System.Collections.Concurrent;

namespace Controlled.Collections;

internal static class ConcurrentBagPrograms
{
    private const string Type = "System.Collections.Concurrent.ConcurrentBag`1::";

    [Program(Type + "Add", "3", Also = [Type + "TryTake", Type + "get_Count", Type + "ToArray", Type + "CopyTo", Type + "GetEnumerator", Type + "TryPeek", Type + "get_IsEmpty", Type + "Clear"])]
    public static async Task<string> Bag_keeps_what_all_add()
    {
        var bag = new ConcurrentBag<int>();
        await Task.WhenAll(Task.Run(() => bag.Add(1)), Task.Run(() => bag.Add(2)));
        var copy = new int[2];
        bag.CopyTo(copy, 0);
        var sum = 0;
        foreach (var item in bag) sum += item;
        var isWhole = bag.Count == 2 && sum == copy.Sum() && sum == bag.ToArray().Sum() && bag.TryPeek(out var seen) && bag.TryTake(out var taken) && seen == taken;
        bag.Clear();
        return isWhole && bag.IsEmpty ? $"{sum}" : "not whole";
    }

    [Program(Type + "TryTake", "made 1", "made 2", Also = [Type + "Add"])]
    public static async Task<string> Pool_may_make_more_than_it_needs()
    {
        var (pool, made) = (new ConcurrentBag<object>(), 0);
        void Use()
        {
            if (!pool.TryTake(out var item))
            {
                Interlocked.Increment(ref made);
                item = new object();
            }

            pool.Add(item);
        }

        await Task.WhenAll(Task.Run(Use), Task.Run(Use));
        return $"made {made}";
    }

    [Program(Type + "TryPeek", "took", "throws InvalidOperationException", Also = [Type + "get_IsEmpty", Type + "get_Count"])]
    public static async Task<string> Question_before_taking_does_not_help()
    {
        var bag = new ConcurrentBag<int>([1]);
        void Take()
        {
            if (bag.IsEmpty || !bag.TryPeek(out _)) return;
            if (!bag.TryTake(out _)) throw new InvalidOperationException("The item is gone.");
        }

        await Task.WhenAll(Task.Run(Take), Task.Run(Take));
        return "took";
    }

    [Program(Type + "GetEnumerator", "0", "1", Also = [Type + "ToArray"])]
    public static async Task<string> Enumeration_is_of_one_moment()
    {
        var bag = new ConcurrentBag<int>();
        var producer = Task.Run(() => bag.Add(1));
        var sum = 0;
        foreach (var item in bag) sum += item;
        await producer;
        return $"{sum}";
    }

    [Program(Type + "Clear", "0 left", "1 left", Also = [Type + "get_Count"])]
    public static async Task<string> Item_added_while_clearing_may_stay()
    {
        var bag = new ConcurrentBag<int>();
        await Task.WhenAll(Task.Run(bag.Clear), Task.Run(() => bag.Add(1)));
        return $"{bag.Count} left";
    }

    [Program(Type + "CopyTo", "1", "throws ArgumentException")]
    public static async Task<string> Room_for_a_copy_may_be_too_small()
    {
        var bag = new ConcurrentBag<int>([1]);
        var producer = Task.Run(() => bag.Add(1));
        var copy = new int[bag.Count];
        bag.CopyTo(copy, 0);
        await producer;
        return $"{copy[0]}";
    }
}
