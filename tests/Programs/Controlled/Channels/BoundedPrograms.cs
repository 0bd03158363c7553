using System.Threading.Channels;

namespace Controlled.Channels;

internal static class BoundedPrograms
{
    [Program(
        "System.Threading.Channels.ChannelWriter`1::WriteAsync",
        "1 2 3 4 5",
        Also = ["System.Threading.Channels.ChannelReader`1::ReadAllAsync", "System.Threading.Channels.ChannelWriter`1::Complete"])]
    public static async Task<string> Full_channel_makes_the_writer_wait()
    {
        var channel = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.Wait });
        var writer = Task.Run(async () =>
        {
            for (var i = 1; i <= 5; i++) await channel.Writer.WriteAsync(i);
            channel.Writer.Complete();
        });
        var read = new List<int>();
        await foreach (var item in channel.Reader.ReadAllAsync()) read.Add(item);
        await writer;
        return string.Join(' ', read);
    }

    [Program("System.Threading.Channels.ChannelWriter`1::WriteAsync", "deadlock")]
    public static async Task<string> Writer_that_reads_its_own_full_channel_blocks_itself()
    {
        var channel = Channel.CreateBounded<int>(1);
        await channel.Writer.WriteAsync(1);
        await channel.Writer.WriteAsync(2);
        return $"{await channel.Reader.ReadAsync()}";
    }

    [Program("System.Threading.Channels.ChannelWriter`1::TryWrite", "1 2 3", "1 3", "1 2", "1", Also = ["System.Threading.Channels.ChannelReader`1::TryRead"])]
    public static async Task<string> Dropped_writes_are_lost_when_the_reader_is_late()
    {
        var channel = Channel.CreateBounded<int>(1);
        var producer = Task.Run(() =>
        {
            for (var i = 1; i <= 3; i++) _ = channel.Writer.TryWrite(i);
            channel.Writer.Complete();
        });
        var read = new List<int>();
        while (await channel.Reader.WaitToReadAsync())
        {
            while (channel.Reader.TryRead(out var item)) read.Add(item);
        }

        await producer;
        return string.Join(' ', read);
    }

    [Program("System.Threading.Channels.ChannelWriter`1::TryWrite", "DropWrite: 1 2 dropped 3; DropOldest: 2 3 dropped 1; DropNewest: 1 3 dropped 2")]
    public static async Task<string> Full_modes_drop_what_they_say()
    {
        var parts = new List<string>();
        foreach (var mode in (BoundedChannelFullMode[])[BoundedChannelFullMode.DropWrite, BoundedChannelFullMode.DropOldest, BoundedChannelFullMode.DropNewest])
        {
            var dropped = new List<int>();
            var channel = Channel.CreateBounded<int>(new BoundedChannelOptions(2) { FullMode = mode }, dropped.Add);
            for (var i = 1; i <= 3; i++) channel.Writer.TryWrite(i);
            channel.Writer.Complete();
            var kept = new List<int>();
            await foreach (var item in channel.Reader.ReadAllAsync()) kept.Add(item);
            parts.Add($"{mode}: {string.Join(' ', kept)} dropped {string.Join(' ', dropped)}");
        }

        return string.Join("; ", parts);
    }

    [Program("System.Threading.Channels.ChannelWriter`1::WaitToWriteAsync", "12", "21")]
    public static async Task<string> Two_writers_share_one_place()
    {
        var channel = Channel.CreateBounded<int>(1);
        async Task WriteAsync(int item)
        {
            while (await channel.Writer.WaitToWriteAsync())
            {
                if (channel.Writer.TryWrite(item)) return;
            }
        }

        var both = Task.WhenAll(Task.Run(() => WriteAsync(1)), Task.Run(() => WriteAsync(2)));
        var first = await channel.Reader.ReadAsync();
        var second = await channel.Reader.ReadAsync();
        await both;
        return $"{first}{second}";
    }

    [Program("System.Threading.Channels.ChannelWriter`1::WaitToWriteAsync", "3 sent, closed")]
    public static async Task<string> Writer_that_waits_loses_nothing_and_sees_the_end()
    {
        var channel = Channel.CreateBounded<int>(1);
        var reader = Task.Run(async () =>
        {
            var count = 0;
            while (count < 3 && await channel.Reader.WaitToReadAsync()) count += channel.Reader.TryRead(out _) ? 1 : 0;
            channel.Writer.Complete();
            return count;
        });
        var sent = 0;
        while (sent < 3 && await channel.Writer.WaitToWriteAsync()) sent += channel.Writer.TryWrite(sent) ? 1 : 0;
        var received = await reader;
        return $"{received} sent, {(await channel.Writer.WaitToWriteAsync() ? "open" : "closed")}";
    }

    [Program("System.Threading.Channels.ChannelWriter`1::WaitToWriteAsync", "1", "throws ChannelClosedException")]
    public static async Task<string> Channel_may_close_between_the_wait_and_the_write()
    {
        var channel = Channel.CreateBounded<int>(1);
        var closer = Task.Run(() => channel.Writer.TryComplete());
        if (!await channel.Writer.WaitToWriteAsync()) return "1";
        await channel.Writer.WriteAsync(1);
        await closer;
        return $"{await channel.Reader.ReadAsync()}";
    }

    [Program("System.Threading.Channels.ChannelWriter`1::WriteAsync", "cancelled by the right token, 1 left")]
    public static async Task<string> Cancelled_write_leaves_nothing()
    {
        var channel = Channel.CreateBounded<int>(1);
        channel.Writer.TryWrite(1);
        using var source = new CancellationTokenSource();
        var canceller = Task.Run(source.Cancel);
        try
        {
            await channel.Writer.WriteAsync(2, source.Token);
            return "written";
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == source.Token)
        {
            await canceller;
            return $"cancelled by the right token, {channel.Reader.Count} left";
        }
    }
}
