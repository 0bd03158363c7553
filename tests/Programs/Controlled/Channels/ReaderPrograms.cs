using System.Threading.Channels;

namespace Controlled.Channels;

internal static class ReaderPrograms
{
    [Program("System.Threading.Channels.ChannelReader`1::ReadAsync", "6", Also = ["System.Threading.Channels.ChannelWriter`1::TryWrite"])]
    public static async Task<string> Workers_share_the_items()
    {
        var channel = Channel.CreateUnbounded<int>();
        var sums = new int[2];
        async Task WorkAsync(int worker)
        {
            try
            {
                while (true) sums[worker] += await channel.Reader.ReadAsync();
            }
            catch (ChannelClosedException)
            {
            }
        }

        var workers = Task.WhenAll(Task.Run(() => WorkAsync(0)), Task.Run(() => WorkAsync(1)));
        for (var i = 1; i <= 3; i++) channel.Writer.TryWrite(i);
        channel.Writer.Complete();
        await workers;
        return $"{sums.Sum()}";
    }

    [Program("System.Threading.Channels.ChannelReader`1::ReadAsync", "deadlock")]
    public static async Task<string> Reader_waits_for_ever_when_nobody_completes()
    {
        var channel = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true });
        _ = Task.Run(() => channel.Writer.TryWrite(1));
        return $"{await channel.Reader.ReadAsync()} {await channel.Reader.ReadAsync()}";
    }

    [Program("System.Threading.Channels.ChannelReader`1::WaitToReadAsync", "3", Also = ["System.Threading.Channels.ChannelReader`1::TryRead"])]
    public static async Task<string> Waiting_reader_that_finds_nothing_waits_again()
    {
        var channel = Channel.CreateUnbounded<int>();
        var count = 0;
        async Task DrainAsync()
        {
            while (await channel.Reader.WaitToReadAsync())
            {
                while (channel.Reader.TryRead(out _)) count++;
            }
        }

        var readers = Task.WhenAll(Task.Run(DrainAsync), Task.Run(DrainAsync));
        for (var i = 0; i < 3; i++)
        {
            channel.Writer.TryWrite(i);
            await Task.Yield();
        }

        channel.Writer.Complete();
        await readers;
        return $"{count}";
    }

    [Program("System.Threading.Channels.ChannelReader`1::WaitToReadAsync", "1", "throws InvalidOperationException", "deadlock")]
    public static async Task<string> Item_seen_by_a_wait_may_be_gone()
    {
        var channel = Channel.CreateUnbounded<int>();
        channel.Writer.TryWrite(1);
        var other = Task.Run(() => channel.Reader.TryRead(out _));
        await channel.Reader.WaitToReadAsync();
        if (!channel.Reader.TryRead(out var item)) throw new InvalidOperationException("The item is gone.");
        await other;
        return $"{item}";
    }

    [Program("System.Threading.Channels.ChannelReader`1::TryPeek", "a a 1", Also = ["System.Threading.Channels.ChannelReader`1::get_Count"])]
    public static string Single_reader_may_peek_first()
    {
        var channel = Channel.CreateUnbounded<string>();
        channel.Writer.TryWrite("a");
        channel.Reader.TryPeek(out var seen);
        var count = channel.Reader.Count;
        channel.Reader.TryRead(out var read);
        return $"{seen} {read} {count}";
    }

    [Program("System.Threading.Channels.ChannelReader`1::TryPeek", "a a", "a b", "a ", " b", " ", Also = ["System.Threading.Channels.ChannelReader`1::TryRead"])]
    public static async Task<string> Peeked_item_may_be_read_by_another()
    {
        var channel = Channel.CreateUnbounded<string>();
        channel.Writer.TryWrite("a");
        var other = Task.Run(() =>
        {
            channel.Reader.TryRead(out _);
            channel.Writer.TryWrite("b");
        });
        channel.Reader.TryPeek(out var seen);
        channel.Reader.TryRead(out var read);
        await other;
        return $"{(seen == "b" ? "" : seen)} {read}";
    }

    [Program("System.Threading.Channels.ChannelReader`1::get_Count", "0", "1", "2")]
    public static async Task<string> Count_is_of_one_moment()
    {
        var channel = Channel.CreateBounded<int>(2);
        var writer = Task.Run(() =>
        {
            channel.Writer.TryWrite(1);
            channel.Writer.TryWrite(2);
        });
        var count = channel.Reader.Count;
        await writer;
        return $"{count}";
    }

    [Program("System.Threading.Channels.ChannelReader`1::ReadAllAsync", "1 then disk full", Also = ["System.Threading.Channels.ChannelWriter`1::Complete"])]
    public static async Task<string> Error_of_the_writer_reaches_the_reader()
    {
        var channel = Channel.CreateUnbounded<int>();
        var writer = Task.Run(async () =>
        {
            await channel.Writer.WriteAsync(1);
            channel.Writer.Complete(new IOException("disk full"));
        });
        var read = new List<int>();
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync().ConfigureAwait(false)) read.Add(item);
        }
        catch (IOException exception)
        {
            await writer;
            return $"{string.Join(' ', read)} then {exception.Message}";
        }

        return "no error";
    }

    [Program("System.Threading.Channels.ChannelReader`1::ReadAllAsync", "", "1", "1 2")]
    public static async Task<string> Cancelled_reader_leaves_the_rest()
    {
        var channel = Channel.CreateUnbounded<int>();
        using var source = new CancellationTokenSource();
        var other = Task.Run(async () =>
        {
            channel.Writer.TryWrite(1);
            await Task.Yield();
            channel.Writer.TryWrite(2);
            await Task.Run(source.Cancel);
        });
        var read = new List<int>();
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync().WithCancellation(source.Token)) read.Add(item);
        }
        catch (OperationCanceledException)
        {
            await other;
        }

        return string.Join(' ', read);
    }
}
