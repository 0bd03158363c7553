using System.Collections.Concurrent;

namespace Controlled.Collections;

internal static class AnyCollectionPrograms
{
    private const string Type = "System.Collections.Concurrent.BlockingCollection`1::";

    [Program(Type + "TakeFromAny", "1 from 0, 2 from 1", "2 from 1, 1 from 0", Also = [Type + "Add"])]
    public static async Task<string> Consumer_of_two_takes_what_is_there()
    {
        BlockingCollection<int>[] queues = [new(), new()];
        var producers = Task.WhenAll(Task.Run(() => queues[0].Add(1)), Task.Run(() => queues[1].Add(2)));
        var first = BlockingCollection<int>.TakeFromAny(queues, out var one);
        var second = BlockingCollection<int>.TakeFromAny(queues, out var two);
        await producers;
        return $"{one} from {first}, {two} from {second}";
    }

    [Program(Type + "TakeFromAny", "1", Also = [Type + "AddToAny"])]
    public static async Task<string> Producer_and_consumer_of_two_meet()
    {
        BlockingCollection<int>[] queues = [new(1), new(1)];
        var producer = Task.Run(() => BlockingCollection<int>.AddToAny(queues, 1));
        BlockingCollection<int>.TakeFromAny(queues, out var item, CancellationToken.None);
        await producer;
        return $"{item}";
    }

    [Program(Type + "TakeFromAny", "deadlock")]
    public static string Consumer_of_two_empty_ones_blocks()
    {
        BlockingCollection<int>[] queues = [new(), new()];
        return $"{BlockingCollection<int>.TakeFromAny(queues, out _)}";
    }

    [Program(Type + "AddToAny", "done", "deadlock")]
    public static async Task<string> Producers_of_two_full_ones_block()
    {
        BlockingCollection<int>[] queues = [new(1), new(1)];
        var isTaken = false;
        var consumer = Task.Run(() => isTaken = BlockingCollection<int>.TryTakeFromAny(queues, out _) >= 0);
        for (var i = 0; i < 3; i++) BlockingCollection<int>.AddToAny(queues, i);
        await consumer;
        return isTaken ? "done" : "nothing taken";
    }

    [Program(Type + "TryTakeFromAny", "-1 after 20 s, 0, 1, -1", Also = [Type + "TryAddToAny"])]
    public static string Timeouts_of_several_pass_on_virtual_time()
    {
        BlockingCollection<int>[] queues = [new(1), new(1)];
        var started = DateTime.UtcNow;
        var taken = BlockingCollection<int>.TryTakeFromAny(queues, out _, TimeSpan.FromSeconds(10));
        taken += 1 + BlockingCollection<int>.TryTakeFromAny(queues, out _, 10_000);
        var elapsed = DateTime.UtcNow - started;
        var (first, second, third) = (BlockingCollection<int>.TryAddToAny(queues, 1), BlockingCollection<int>.TryAddToAny(queues, 2, 10), BlockingCollection<int>.TryAddToAny(queues, 3, TimeSpan.FromSeconds(1)));
        return $"{taken} after {elapsed.TotalSeconds} s, {first}, {second}, {third}";
    }

    [Program(Type + "TryAddToAny", "0", "-1", Also = [Type + "TryTakeFromAny"])]
    public static async Task<string> Room_may_come_too_late()
    {
        BlockingCollection<int>[] queues = [new(1)];
        queues[0].Add(1);
        var consumer = Task.Run(() => BlockingCollection<int>.TryTakeFromAny(queues, out _));
        var index = BlockingCollection<int>.TryAddToAny(queues, 2);
        await consumer;
        return $"{index}";
    }

    [Program(Type + "TryTakeFromAny", "0", "-1")]
    public static async Task<string> Item_may_come_too_late()
    {
        BlockingCollection<int>[] queues = [new(), new()];
        var producer = Task.Run(() => queues[0].Add(1));
        var index = BlockingCollection<int>.TryTakeFromAny(queues, out _);
        await producer;
        return $"{index}";
    }

    [Program(Type + "TakeFromAny", "refused")]
    public static string Take_from_completed_ones_is_refused()
    {
        BlockingCollection<int>[] queues = [new(), new()];
        foreach (var queue in queues) queue.CompleteAdding();
        try
        {
            BlockingCollection<int>.TakeFromAny(queues, out _);
            return "took";
        }
        catch (ArgumentException)
        {
            return "refused";
        }
    }
}
