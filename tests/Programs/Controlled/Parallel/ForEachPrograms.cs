using System.Collections.Concurrent;

namespace Controlled.Loops;

internal static class ForEachPrograms
{
    private const string ForEach = "System.Threading.Tasks.Parallel::ForEach";
    private const string Create = "System.Collections.Concurrent.Partitioner::Create";

    [Program(ForEach, "10 10 10", Also = [Create])]
    public static string Every_item_is_handled_once()
    {
        var sums = new int[3];
        Parallel.ForEach(new List<int> { 1, 2, 3, 4 }, item => Interlocked.Add(ref sums[0], item));
        Parallel.ForEach(Numbers(), new ParallelOptions { MaxDegreeOfParallelism = 3 }, (item, _, index) => Interlocked.Add(ref sums[1], (int)index + 1));
        Parallel.ForEach(Partitioner.Create(Numbers()), static () => 0, static (item, _, own) => own + item, own => Interlocked.Add(ref sums[2], own));
        return string.Join(' ', sums);
    }

    [Program(ForEach, "12", "21", Also = [Create])]
    public static string Items_are_handled_in_either_order()
    {
        var text = "";
        Parallel.ForEach(Partitioner.Create([1, 2], loadBalance: true), item => text += item);
        return text;
    }

    [Program(Create, "45", Also = [ForEach])]
    public static string Ranges_cover_all()
    {
        var sum = 0;
        Parallel.ForEach(Partitioner.Create(0, 10), range =>
        {
            for (var i = range.Item1; i < range.Item2; i++) Interlocked.Add(ref sum, i);
        });
        Parallel.ForEach(Partitioner.Create(0L, 10L, 5L), range => Interlocked.Add(ref sum, (int)(range.Item2 - range.Item1)));
        return $"{sum - 10}";
    }

    [Program(Create, "0 1", "1 0", Also = [ForEach])]
    public static string Ranges_are_handled_in_either_order()
    {
        var order = new List<int>();
        Parallel.ForEach(Partitioner.Create(0, 2, 1), (range, _) =>
        {
            lock (order) order.Add(range.Item1);
        });
        return string.Join(' ', order);
    }

    [Program(Create, "1 2 3 4")]
    public static string Partitions_share_the_items()
    {
        var partitions = Partitioner.Create(Numbers(), EnumerablePartitionerOptions.NoBuffering).GetPartitions(2);
        var items = new SortedSet<int>();
        foreach (var partition in partitions)
        {
            using (partition)
            {
                while (partition.MoveNext()) items.Add(partition.Current);
            }
        }

        return string.Join(' ', items);
    }

    [Program(ForEach, "done", "deadlock")]
    public static string Nested_locks_in_a_loop_block_each_other()
    {
        object[] gates = [new(), new()];
        Parallel.ForEach([0, 1], first =>
        {
            lock (gates[first])
            {
                lock (gates[1 - first])
                {
                }
            }
        });
        return "done";
    }

    // An iterator that lets others run while it is asked for its next item.
    private static IEnumerable<int> Numbers()
    {
        for (var i = 1; i <= 4; i++)
        {
            Thread.Yield();
            yield return i;
        }
    }
}
