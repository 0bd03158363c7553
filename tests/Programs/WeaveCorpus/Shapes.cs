namespace WeaveCorpus;

/// <summary>Awaits in every place where the compiler treats them differently.</summary>
public static class Shapes
{
    public static async Task<string> InExpressions()
    {
        var numbers = new[] { await Number(1), await Number(2) + await Number(3), await Number(await Number(4)) };
        var text = $"{await Number(5)}-{numbers[await Number(0)]}";
        return text + (await Number(6) > 5 && await Number(7) < 0 ? "a" : await Text("b"));
    }

    public static async Task<string> TryCatchFinally()
    {
        var log = new List<string>();
        try
        {
            await Task.Yield();
            await Throw("first");
        }
        catch (InvalidOperationException e) when (Log(log, e.Message))
        {
            await Task.Yield();
            log.Add("caught");
        }
        finally
        {
            await Task.Yield();
            log.Add("finally");
        }

        try
        {
            await Throw("second");
        }
        catch (InvalidOperationException e)
        {
            log.Add(e.Message);
        }

        return string.Join(',', log);
    }

    public static async Task<string> Disposals()
    {
        var log = new List<string>();
        await using (new Disposable(log, "inner").ConfigureAwait(false))
        {
            await using var outer = new Disposable(log, "outer");
            using var plain = new CancellationTokenSource();
            await Task.Yield();
            log.Add("body");
        }

        return string.Join(',', log);
    }

    public static async Task<string> Loops()
    {
        var sum = 0;
        for (var i = 0; i < 5; i++)
        {
            if (i == 1) continue;
            while (await Number(sum) < i) sum += await Number(1);
            switch (await Number(i))
            {
                case 2:
                    sum += 10;
                    break;
                case 3 when await Number(1) == 1:
                    sum += 100;
                    break;
            }
        }

        return $"loops {sum}";
    }

    public static async Task<string> LambdasAndLocals()
    {
        var offset = 10;
        Func<int, Task<int>> lambda = async number =>
        {
            await Task.Yield();
            return number + offset;
        };
        Func<Task> nested = async () =>
        {
            Func<Task> inner = async () =>
            {
                await Task.Yield();
                offset++;
            };
            await inner();
        };
        await nested();
        return $"lambdas {await lambda(1)} {await Local(2)}";

        async Task<int> Local(int number)
        {
            await Task.Yield();
            return number + offset;
        }
    }

    public static async Task<string> Generics() =>
        await Echo("generic") + await new Box<string, int> { Value = "box" }.Get(3) + await Echo<int?>(4) + (await Echo(new Struct(5))).Value;

    public static async Task<string> WhatIsAskedByTheProgramItself()
    {
        var task = Number(3);
        // Not an await: the weaver must leave it alone.
        var before = task.IsCompleted ? "done" : "open";
        var awaiter = Task.CompletedTask.GetAwaiter();
        var completed = awaiter.IsCompleted;
        awaiter.GetResult();
        return $"{before.Length} {completed} {await task}";
    }

    public static async Task<string> Combinators()
    {
        var all = await Task.WhenAll(Number(1), Number(2), Number(3));
        var any = await await Task.WhenAny(Number(4));
        var deferred = Number(5);
        await Task.Yield();
        return $"{string.Join('+', all)} {any} {await deferred}";
    }

    public static async Task<string> ConfiguredAwaits()
    {
        await Task.Yield();
        await Number(1).ConfigureAwait(false);
        await Number(1).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await Throw("ignored").ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return $"configured {await new ValueTask<int>(Number(2)).ConfigureAwait(false)}";
    }

    public static async Task<string> ManyLocalsAcrossAwaits(/* the short forms of branches and of locals overflow */)
    {
        var a = await Number(1);
        var b = await Number(2);
        var c = await Number(3);
        var d = await Number(4);
        var e = await Number(5);
        var f = await Number(6);
        var g = await Number(7);
        var h = await Number(8);
        if (a + b + c + d + e + f + g + h != 36) return "wrong";
        for (var i = 0; i < 3; i++) a += await Number(b) * await Number(c) + await Number(d);
        return $"locals {a} {h}";
    }

    private static async Task<int> Number(int number)
    {
        await Task.Yield();
        return number;
    }

    private static async Task<string> Text(string text)
    {
        await Task.CompletedTask;
        return text;
    }

    private static async Task Throw(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    private static bool Log(List<string> log, string text)
    {
        log.Add(text);
        return true;
    }

    private static async Task<T> Echo<T>(T value)
    {
        await Task.Yield();
        return value;
    }

    public readonly record struct Struct(int Value);

    private sealed class Box<T, TOther>
        where TOther : struct
    {
        public required T Value { get; init; }

        public async Task<(T Value, TOther Other)> Get(TOther other)
        {
            await Task.Yield();
            return (Value, other);
        }
    }

    private sealed class Disposable(List<string> log, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            log.Add(name);
        }
    }
}
