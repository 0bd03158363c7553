using System.Runtime.CompilerServices;

namespace WeaveCorpus;

/// <summary>What the language makes around async methods.</summary>
public static class Language
{
    public static async Task<string> Records()
    {
        var order = new Order(1, Task.FromResult("item"));
        var changed = order with { Number = await order.NextAsync() };
        var (number, item) = changed;
        return $"{number} {item.Result} {changed == order} {new Amount(await Task.FromResult(3))}";
    }

    public static async Task<string> PrimaryConstructors() => await new Service(Task.FromResult(2), 3).SumAsync();

    public static async Task<string> GenericVirtuals()
    {
        Base[] all = [new Base(), new Derived()];
        var answers = new List<string>();
        foreach (var one in all) answers.Add($"{await one.EchoAsync(1)} {await one.EchoAsync("text")} {one.Wait(Task.FromResult(2.5))}");
        return string.Join(',', answers);
    }

    public static async Task<string> AsyncIterators()
    {
        var sum = 0;
        await foreach (var number in Numbers(4).ConfigureAwait(false)) sum += number;
        await using var numbers = Numbers(10, CancellationToken.None).GetAsyncEnumerator();
        while (await numbers.MoveNextAsync() && numbers.Current < 3) sum += 100;
        return $"iterated {sum}";
    }

    public static async Task<string> AsyncVoid()
    {
        var done = new TaskCompletionSource<int>();
        Fire(done);
        return $"fired {await done.Task}";
    }

    public static async Task<string> ExplicitInterfaces()
    {
        IStep step = new Step();
        return $"{await step.TakeAsync()} {step.Result}";
    }

    public static async Task<string> Locks()
    {
        var (gate, fresh, count) = (new object(), new Lock(), 0);
        lock (gate) count++;
        lock (fresh) count++;
        using (fresh.EnterScope()) count++;
        await Task.Yield();
        lock (typeof(Language))
        {
            lock (gate) count += Monitor.IsEntered(gate) ? 1 : 10;
        }

        try
        {
            lock (gate) throw new InvalidOperationException();
        }
        catch (InvalidOperationException) when (!Monitor.IsEntered(gate))
        {
            count += 100;
        }
        catch (InvalidOperationException)
        {
            count += 1000;
        }

        return $"locks {count}";
    }

    public static async Task<string> QuestionsOfItsOwn()
    {
        await Task.Yield();
        var asked = 0;
        if (Task.CompletedTask.GetAwaiter().IsCompleted) asked++;
        var own = Task.Delay(1).GetAwaiter();
        if (!own.IsCompleted) await Task.Yield();
        if (!Task.FromResult(1).ConfigureAwait(false).GetAwaiter().IsCompleted) asked += 10;
        while (!new ValueTask<int>(1).GetAwaiter().IsCompleted) await Task.Yield();
        return $"asked {asked} {await Task.FromResult(2)}";
    }

    public static async Task<string> Dynamic()
    {
        dynamic task = Task.FromResult(3);
        dynamic later = Later();
        return $"dynamic {await task} {await later}";

        static async Task<int> Later()
        {
            await Task.Yield();
            return 4;
        }
    }

    private static async IAsyncEnumerable<int> Numbers(int count, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Delay(1, cancellation);
            yield return i;
        }
    }

    private static async void Fire(TaskCompletionSource<int> done)
    {
        await Task.Yield();
        done.SetResult(7);
    }

    private sealed record Order(int Number, Task<string> Item)
    {
        public async Task<int> NextAsync()
        {
            await Task.Yield();
            return Number + 1;
        }
    }

    private readonly record struct Amount(int Value)
    {
        public override string ToString() => $"{Task.FromResult(Value).Result}!";
    }

    private sealed class Service(Task<int> first, int second)
    {
        private readonly int _third = first.Result;

        public async Task<string> SumAsync()
        {
            await Task.Yield();
            return $"sum {await first + second + _third}";
        }
    }

    private class Base
    {
        public virtual async Task<T> EchoAsync<T>(T value)
        {
            await Task.Yield();
            return value;
        }

        public virtual T Wait<T>(Task<T> task) => task.Result;
    }

    private sealed class Derived : Base
    {
        public override async Task<T> EchoAsync<T>(T value)
        {
            await Task.Delay(1);
            return await base.EchoAsync(value);
        }

        public override T Wait<T>(Task<T> task) => task.Wait(1) ? base.Wait(task) : default!;
    }

    private interface IStep
    {
        string Result => Task.FromResult("default").Result;

        Task<string> TakeAsync();
    }

    private sealed class Step : IStep
    {
        async Task<string> IStep.TakeAsync()
        {
            await Task.Yield();
            return "explicit";
        }
    }
}
