using System.Threading.Channels;

namespace Controlled.Channels;

internal static class CompletionPrograms
{
    [Program("System.Threading.Channels.ChannelWriter`1::TryComplete", "1 won")]
    public static async Task<string> One_of_two_completes_the_channel()
    {
        var channel = Channel.CreateUnbounded<int>();
        var won = await Task.WhenAll(Task.Run(() => channel.Writer.TryComplete()), Task.Run(() => channel.Writer.TryComplete()));
        await channel.Reader.Completion;
        return $"{won.Count(static one => one)} won";
    }

    [Program("System.Threading.Channels.ChannelWriter`1::TryComplete", "True", "False")]
    public static async Task<string> Write_may_come_after_the_end()
    {
        var channel = Channel.CreateUnbounded<int>();
        var closer = Task.Run(() => channel.Writer.TryComplete());
        var isWritten = channel.Writer.TryWrite(1);
        await closer;
        return $"{isWritten}";
    }

    [Program("System.Threading.Channels.ChannelWriter`1::Complete", "closed", "throws ChannelClosedException")]
    public static async Task<string> Two_owners_close_one_channel()
    {
        var channel = Channel.CreateUnbounded<int>();
        async Task CloseAsync(int index)
        {
            if (index == 0) await Task.Yield();
            if (channel.Reader.Completion.IsCompleted) return;
            await Task.Yield();
            channel.Writer.Complete();
        }

        await Task.WhenAll(CloseAsync(0), CloseAsync(1));
        return "closed";
    }

    [Program("System.Threading.Channels.ChannelReader`1::ReadAsync", "item", "timeout")]
    public static async Task<string> Read_races_a_timeout()
    {
        var channel = Channel.CreateUnbounded<string>();
        var writer = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            channel.Writer.TryWrite("item");
        });
        var read = channel.Reader.ReadAsync().AsTask();
        var first = await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(1)));
        await writer;
        return first == read ? await read : "timeout";
    }

    [Program("System.Threading.Channels.ChannelReader`1::WaitToReadAsync", "a at 1 s, b at 2 s")]
    public static async Task<string> Select_takes_what_comes_first()
    {
        var (a, b) = (Channel.CreateUnbounded<string>(), Channel.CreateUnbounded<string>());
        var started = DateTime.UtcNow;
        async Task WriteAsync(Channel<string> channel, string item, int seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            await channel.Writer.WriteAsync(item);
        }

        var writers = Task.WhenAll(Task.Run(() => WriteAsync(b, "b", 2)), Task.Run(() => WriteAsync(a, "a", 1)));
        var parts = new List<string>();
        var (fromA, fromB) = (a.Reader.WaitToReadAsync().AsTask(), b.Reader.WaitToReadAsync().AsTask());
        while (parts.Count < 2)
        {
            var ready = await Task.WhenAny(fromA, fromB) == fromA ? a : b;
            if (ready == a) fromA = new TaskCompletionSource<bool>().Task;
            ready.Reader.TryRead(out var item);
            parts.Add($"{item} at {(DateTime.UtcNow - started).TotalSeconds} s");
        }

        await writers;
        return string.Join(", ", parts);
    }

    [Program("System.Threading.Channels.ChannelWriter`1::WriteAsync", "1 2 3")]
    public static async Task<string> Prioritized_channel_hands_out_the_smallest_first()
    {
        var channel = Channel.CreateUnboundedPrioritized(new UnboundedPrioritizedChannelOptions<int> { Comparer = Comparer<int>.Default });
        await Task.WhenAll(new[] { 3, 1, 2 }.Select(item => Task.Run(async () => await channel.Writer.WriteAsync(item))));
        channel.Writer.Complete();
        var read = new List<int>();
        await foreach (var item in channel.Reader.ReadAllAsync()) read.Add(item);
        return string.Join(' ', read);
    }

    [Program("System.Threading.Channels.ChannelReader`1::ReadAsync", "1 2")]
    public static async Task<string> Rendezvous_hands_over_directly()
    {
        var channel = Channel.CreateBounded<int>(0);
        var writer = Task.Run(async () =>
        {
            await channel.Writer.WriteAsync(1);
            await channel.Writer.WriteAsync(2);
        });
        var (first, second) = (await channel.Reader.ReadAsync(), await channel.Reader.ReadAsync());
        await writer;
        return $"{first} {second}";
    }
}
