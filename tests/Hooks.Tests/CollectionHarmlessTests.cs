using System.Collections.Concurrent;
using System.Threading.Channels;
using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>Outside control, hooks of channels, collections and loops do what the members do.</summary>
internal sealed class CollectionHarmlessTests
{
    [Test]
    public async Task Channel_hands_over()
    {
        var channel = Channel.CreateUnbounded<int>();
        await ChannelWriterHooks.WriteAsync(channel.Writer, 1, CancellationToken.None, "");
        Assert.That(ChannelReaderHooks.Count(channel.Reader, ""), Is.EqualTo(1));
        ChannelWriterHooks.Complete(channel.Writer, null, "");
        var read = new List<int>();
        await foreach (var item in ChannelReaderHooks.ReadAllAsync(channel.Reader, CancellationToken.None, "")) read.Add(item);
        Assert.That(read, Is.EqualTo([1]));
    }

    [Test]
    public void Blocking_collection_waits_in_real_time()
    {
        using var queue = new BlockingCollection<int>(1);
        var producer = Task.Run(() => BlockingCollectionHooks.Add(queue, 1, ""));
        Assert.That(BlockingCollectionHooks.Take(queue, ""), Is.EqualTo(1));
        producer.Wait();
        Assert.That(BlockingCollectionHooks.TryTake(queue, out _, 1, ""), Is.False);
        BlockingCollectionHooks.CompleteAdding(queue, "");
        Assert.That(BlockingCollectionHooks.GetConsumingEnumerable(queue, ""), Is.Empty);
        Assert.That(() => BlockingCollectionHooks.Add(queue, 1, ""), Throws.InvalidOperationException);
        Assert.That(() => BlockingCollectionHooks.TryTake(queue, out _, -2, ""), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Dictionary_calls_its_factories()
    {
        var entries = ConcurrentDictionaryHooks.Create<string, int>();
        Assert.That(ConcurrentDictionaryHooks.GetOrAdd(entries, "a", static _ => 1, ""), Is.EqualTo(1));
        Assert.That(ConcurrentDictionaryHooks.AddOrUpdate(entries, "a", 0, static (_, count) => count + 1, ""), Is.EqualTo(2));
        Assert.That(() => ConcurrentDictionaryHooks.TryAdd(entries, null!, 1, ""), Throws.ArgumentNullException);
    }

    [Test]
    public void Queue_stack_and_bag_keep_items()
    {
        var (queue, stack, bag) = (new ConcurrentQueue<int>(), new ConcurrentStack<int>(), new ConcurrentBag<int>());
        ConcurrentQueueHooks.Enqueue(queue, 1, "");
        ConcurrentStackHooks.Push(stack, 1, "");
        ConcurrentBagHooks.Add(bag, 1, "");
        ProducerConsumerHooks.TryAdd(queue, 2, "");
        Assert.That((ConcurrentQueueHooks.Count(queue, ""), ConcurrentStackHooks.TryPop(stack, out _, ""), ConcurrentBagHooks.TryTake(bag, out _, "")), Is.EqualTo((2, true, true)));
    }

    [Test]
    public async Task Loops_run_every_item()
    {
        var sum = 0;
        ParallelHooks.For(0, 3, i => Interlocked.Add(ref sum, i), "");
        ParallelHooks.ForEach(PartitionerHooks.Create([1, 2], true, ""), item => Interlocked.Add(ref sum, item), "");
        await ParallelHooks.ForEachAsync([4], (item, _) =>
        {
            Interlocked.Add(ref sum, item);
            return ValueTask.CompletedTask;
        }, "");
        ParallelHooks.Invoke([() => Interlocked.Increment(ref sum)], "");
        var result = ParallelHooks.For(0, 3, static (_, state) => ParallelLoopStateHooks.Stop(state, ""), "");
        Assert.That((sum, result.IsCompleted), Is.EqualTo((11, false)));
    }

    [Test]
    public void Queries_run_as_they_are() =>
        Assert.That(ParallelEnumerableHooks.Concat(ParallelEnumerableHooks.AsParallel([1, 2]), ParallelEnumerableHooks.Range(3, 1)).Sum(), Is.EqualTo(6));
}
