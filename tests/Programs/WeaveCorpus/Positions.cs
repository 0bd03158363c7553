using System.Diagnostics;
using System.Numerics;

namespace WeaveCorpus;

/// <summary>Calls of members that have hooks, in every position where IL treats them differently.</summary>
public static class Positions
{
    private static readonly object Gate = new();

    private static bool Blocks => Monitor.IsEntered(Gate) ? Task.CompletedTask.Wait(0) : Task.FromResult(true).Result;

    public static async Task<string> BehindBranches()
    {
        await Task.Yield();
        var isOdd = Environment.TickCount64 % 2 == 1;
        Task<int> left = Task.FromResult(1), right = Task.FromResult(2);
        // The branches that choose an argument or a receiver lead to the call itself.
        var chosen = (isOdd ? left : right).Result;
        var waited = (isOdd ? left : right).Wait(isOdd ? 1 : 2);
        Task.Delay(isOdd ? 1 : 2).Wait();
        await Task.Delay(TimeSpan.FromMilliseconds(isOdd ? 1 : 2), isOdd ? CancellationToken.None : default);
        Task? none = null;
        return $"{chosen is 1 or 2} {waited} {none?.Wait(1)} {left?.Result} {(left ?? right).Result}";
    }

    public static async Task<string> InChains()
    {
        await Task.Yield();
        Func<Task<string>>? make = static () => Task.FromResult("chain");
        string? none = null;
        return $"{make?.Invoke()?.Result.Length} {none ?? make!().Result} {Sum(Task.Run(() => 1).Result, Task.Run(() => Task.FromResult(2)).Result)} {Blocks}";
    }

    public static async Task<string> InHandlers()
    {
        var log = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            try
            {
                if (i < 2) throw new InvalidOperationException($"{i}");
            }
            catch (InvalidOperationException) when (Task.FromResult(i).Result == 0)
            {
                log.Add($"filtered {Task.FromResult("in a catch").Result}");
            }
            catch (InvalidOperationException e)
            {
                await Task.Delay(1);
                log.Add($"caught {e.Message} {Task.CompletedTask.Wait(0)}");
            }
            finally
            {
                Task.CompletedTask.Wait();
                await Task.Yield();
                Monitor.Enter(Gate);
                Monitor.Exit(Gate);
            }
        }

        return string.Join(',', log);
    }

    public static async Task<string> FiltersWithAwaits()
    {
        try
        {
            try
            {
                await Task.Yield();
                throw new TimeoutException("outer");
            }
            catch (TimeoutException e) when (e.Message == "inner")
            {
                return "wrong";
            }
        }
        catch (Exception e) when (Task.FromResult(e.Message).Result == "outer" && Stopwatch.GetTimestamp() >= 0)
        {
            await Task.Yield();
            return "filtered";
        }
    }

    public static async Task<string> Arguments()
    {
        await Task.Yield();
        var taken = false;
        Monitor.TryEnter(Gate, 1, ref taken);
        if (taken) Monitor.Exit(Gate);
        var states = new bool[2];
        Monitor.Enter(Gate, ref states[1]);
        Monitor.Exit(Gate);
        Read(Stopwatch.GetElapsedTime(0), DateTime.UtcNow, out var year);
        ref var last = ref LastOf(states, Task.FromResult(1).Result);
        last = Many(Task.FromResult(1).Result, Task.FromResult(2).Result, Task.FromResult(3).Result) == 6;
        return $"{taken} {states[1]} {year > 0}";
    }

    public static async Task<string> GenericMath()
    {
        await Task.Yield();
        return $"{Total<int>(1, 2)} {Total<double>(1.5, 2)} {First<string>(Task.FromResult("first"))}";
    }

    public static async Task<string> OfStructs()
    {
        await Task.Yield();
        var span = (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp()).TotalSeconds, DateTimeOffset.UtcNow.AddDays(1).Offset.Ticks, DateTime.UtcNow.Date.Hour);
        return $"{span.TotalSeconds < 60} {span.Ticks} {span.Hour}";
    }

    private static int Sum(int left, int right) => left + right;

    private static int Many(params ReadOnlySpan<int> numbers)
    {
        var sum = 0;
        foreach (var number in numbers) sum += number;
        return sum;
    }

    private static void Read(in TimeSpan elapsed, in DateTime now, out int year) => year = elapsed >= TimeSpan.Zero ? now.Year : 0;

    private static ref bool LastOf(bool[] states, int index) => ref states[index];

    private static T Total<T>(params T[] numbers)
        where T : INumber<T>
    {
        var sum = T.Zero;
        foreach (var number in numbers) sum += Task.FromResult(number).Result;
        return sum;
    }

    private static T First<T>(Task<T> task)
        where T : class => task.Wait(1) ? task.Result : throw new TimeoutException();
}
