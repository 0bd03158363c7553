using System.Threading.Channels;

namespace Controlled.Channels;

internal static class PipelinePrograms
{
    [Program("System.Threading.Channels.ChannelReader`1::ReadAllAsync", "30", Also = ["System.Threading.Channels.ChannelWriter`1::WriteAsync"])]
    public static async Task<string> Pipeline_of_three_stages_sums_all()
    {
        var (numbers, squares) = (Channel.CreateBounded<int>(1), Channel.CreateBounded<int>(1));
        var source = Task.Run(async () =>
        {
            for (var i = 1; i <= 4; i++) await numbers.Writer.WriteAsync(i);
            numbers.Writer.Complete();
        });
        var squarers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            await foreach (var number in numbers.Reader.ReadAllAsync()) await squares.Writer.WriteAsync(number * number);
        })).ToArray();
        var closer = Task.Run(async () =>
        {
            await Task.WhenAll(squarers);
            squares.Writer.Complete();
        });
        var sum = 0;
        await foreach (var square in squares.Reader.ReadAllAsync()) sum += square;
        await Task.WhenAll(source, closer);
        return $"{sum}";
    }

    [Program("System.Threading.Channels.ChannelReader`1::ReadAllAsync", "12", "21")]
    public static async Task<string> Two_consumers_do_not_keep_the_order()
    {
        var channel = Channel.CreateUnbounded<int>();
        var text = "";
        async Task ConsumeAsync()
        {
            await foreach (var item in channel.Reader.ReadAllAsync())
            {
                await Task.Yield();
                text += item;
            }
        }

        var consumers = Task.WhenAll(Task.Run(ConsumeAsync), Task.Run(ConsumeAsync));
        channel.Writer.TryWrite(1);
        channel.Writer.TryWrite(2);
        channel.Writer.Complete();
        await consumers;
        return text;
    }
}
