using System.Collections.Concurrent;

namespace Controlled.Collections;

internal static class ConcurrentStackPrograms
{
    private const string Type = "System.Collections.Concurrent.ConcurrentStack`1::";

    [Program(Type + "Push", "2 taken", Also = [Type + "TryPop", Type + "TryPeek", Type + "get_IsEmpty"])]
    public static async Task<string> Each_item_is_taken_once()
    {
        var (stack, taken) = (new ConcurrentStack<int>(), 0);
        await Task.WhenAll(Task.Run(() => stack.Push(1)), Task.Run(() => stack.Push(2)));
        void Take()
        {
            while (!stack.IsEmpty)
            {
                if (stack.TryPeek(out _) && stack.TryPop(out _)) Interlocked.Increment(ref taken);
            }
        }

        await Task.WhenAll(Task.Run(Take), Task.Run(Take));
        return $"{taken} taken";
    }

    [Program(Type + "Push", "ab", "ba", Also = [Type + "ToArray"])]
    public static async Task<string> Items_come_in_either_order()
    {
        var stack = new ConcurrentStack<string>();
        await Task.WhenAll(Task.Run(() => stack.Push("a")), Task.Run(() => stack.Push("b")));
        return string.Concat(stack.ToArray());
    }

    [Program(Type + "PushRange", "2 1 then 4 3", "4 3 then 2 1", Also = [Type + "TryPopRange"])]
    public static async Task<string> Ranges_come_in_either_order()
    {
        var stack = new ConcurrentStack<int>();
        await Task.WhenAll(Task.Run(() => stack.PushRange([1, 2])), Task.Run(() => stack.PushRange([0, 3, 4], 1, 2)));
        var (first, second) = (new int[2], new int[3]);
        stack.TryPopRange(first);
        stack.TryPopRange(second, 1, 2);
        return $"{first[0]} {first[1]} then {second[1]} {second[2]}";
    }

    [Program(Type + "PushRange", "10", Also = [Type + "TryPopRange"])]
    public static async Task<string> Ranges_lose_nothing()
    {
        var stack = new ConcurrentStack<int>();
        await Task.WhenAll(Task.Run(() => stack.PushRange([1, 2])), Task.Run(() => stack.PushRange([3, 4], 0, 2)));
        var items = new int[5];
        var count = stack.TryPopRange(items);
        return count == 4 ? $"{items.Sum()}" : "not whole";
    }

    [Program(Type + "TryPopRange", "0", "1", "2", Also = [Type + "Push"])]
    public static async Task<string> Range_is_of_what_is_there()
    {
        var stack = new ConcurrentStack<int>();
        var producer = Task.Run(() =>
        {
            stack.Push(1);
            stack.Push(2);
        });
        var count = stack.TryPopRange(new int[2]);
        await producer;
        return $"{count}";
    }

    [Program(Type + "TryPop", "took", "throws InvalidOperationException", Also = [Type + "get_Count", Type + "get_IsEmpty", Type + "TryPeek"])]
    public static async Task<string> Question_before_taking_does_not_help()
    {
        var stack = new ConcurrentStack<int>([1]);
        void Take()
        {
            if (stack.Count != 1 || !stack.TryPeek(out _)) return;
            if (!stack.TryPop(out _)) throw new InvalidOperationException("The item is gone.");
        }

        await Task.WhenAll(Task.Run(Take), Task.Run(Take));
        return "took";
    }

    [Program(Type + "get_Count", "2", Also = [Type + "Clear", Type + "CopyTo", Type + "ToArray", Type + "GetEnumerator", Type + "get_IsEmpty"])]
    public static async Task<string> Looks_see_all_that_is_there()
    {
        var stack = new ConcurrentStack<int>();
        await Task.WhenAll(Task.Run(() => stack.Push(1)), Task.Run(() => stack.Push(1)));
        var copy = new int[2];
        stack.CopyTo(copy, 0);
        var sum = 0;
        foreach (var item in stack) sum += item;
        var count = stack.Count;
        var isWhole = sum == copy.Sum() && sum == stack.ToArray().Sum();
        stack.Clear();
        return isWhole && stack.IsEmpty ? $"{count}" : "not whole";
    }

    [Program(Type + "GetEnumerator", "0", "1", Also = [Type + "Push", Type + "ToArray", Type + "get_Count"])]
    public static async Task<string> Enumeration_is_of_one_moment()
    {
        var stack = new ConcurrentStack<int>();
        var producer = Task.Run(() => stack.Push(1));
        var sum = 0;
        foreach (var item in stack) sum += item;
        await producer;
        return $"{sum}";
    }

    [Program(Type + "Clear", "0 left", "1 left", Also = [Type + "Push", Type + "get_Count"])]
    public static async Task<string> Item_added_while_clearing_may_stay()
    {
        var stack = new ConcurrentStack<int>();
        await Task.WhenAll(Task.Run(stack.Clear), Task.Run(() => stack.Push(1)));
        return $"{stack.Count} left";
    }

    [Program(Type + "CopyTo", "1", "throws ArgumentException")]
    public static async Task<string> Room_for_a_copy_may_be_too_small()
    {
        var stack = new ConcurrentStack<int>([1]);
        var producer = Task.Run(() => stack.Push(1));
        var copy = new int[stack.Count];
        stack.CopyTo(copy, 0);
        await producer;
        return $"{copy[0]}";
    }
}
