using System.Runtime.CompilerServices;

namespace Controlled.Awaits;

internal static class SequencePrograms
{
    private const string Row = "System.Threading.Tasks.TaskAsyncEnumerableExtensions::";

    [Program(Row + "ToBlockingEnumerable", "0 1 2 closed after 3 s")]
    public static string Sequence_is_read_while_blocking()
    {
        var (text, started) = (new List<string>(), DateTime.UtcNow);
        async IAsyncEnumerable<int> CountAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                for (var i = 0; i < 3; i++)
                {
                    await Task.Delay(1000, cancellationToken);
                    yield return i;
                }
            }
            finally
            {
                await Task.Yield();
                text.Add("closed");
            }
        }

        foreach (var number in CountAsync().ToBlockingEnumerable()) text.Add($"{number}");
        return $"{string.Join(' ', text)} after {(DateTime.UtcNow - started).TotalSeconds} s";
    }

    [Program(Row + "ToBlockingEnumerable", "deadlock")]
    public static string Reading_what_waits_for_the_reader_is_a_deadlock()
    {
        var ready = new TaskCompletionSource();
        async IAsyncEnumerable<int> OneAsync()
        {
            await ready.Task;
            yield return 1;
        }

        foreach (var number in OneAsync().ToBlockingEnumerable()) ready.SetResult();
        return "read";
    }

    [Program(Row + "ConfigureAwait", "0 1 2", Also = [Row + "WithCancellation"])]
    public static async Task<string> Sequence_is_read_without_coming_back()
    {
        var numbers = new List<int>();
        await foreach (var number in CountAsync(3).ConfigureAwait(false).WithCancellation(CancellationToken.None)) numbers.Add(number);
        await using var disposed = new Closing().ConfigureAwait(false);
        return string.Join(' ', numbers);
    }

    [Program(Row + "WithCancellation", "2 cancelled")]
    public static async Task<string> Sequence_ends_with_its_token()
    {
        using var cancellation = new CancellationTokenSource(2500);
        var count = 0;
        try
        {
            await foreach (var number in CountAsync(100).WithCancellation(cancellation.Token)) count++;
        }
        catch (OperationCanceledException)
        {
            return $"{count} cancelled";
        }

        return "read";
    }

    [Program(Row + "ConfigureAwait", "0011", "0101", Also = [Row + "WithCancellation"])]
    public static async Task<string> Two_readers_interleave()
    {
        var text = "";
        async Task ReadAsync()
        {
            await foreach (var number in YieldAsync(2).WithCancellation(CancellationToken.None).ConfigureAwait(false))
            {
                text += number;
                await Task.Yield();
            }
        }

        await Task.WhenAll(ReadAsync(), ReadAsync());
        return text;
    }

    private static async IAsyncEnumerable<int> CountAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Delay(1000, cancellationToken);
            yield return i;
        }
    }

    private static async IAsyncEnumerable<int> YieldAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private sealed class Closing : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Task.Yield();
    }
}
