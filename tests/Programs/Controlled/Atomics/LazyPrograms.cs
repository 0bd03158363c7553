namespace Controlled.Atomics;

internal static class LazyPrograms
{
    private const string Value = "System.Lazy`1::get_Value";
    private const string IsCreated = "System.Lazy`1::get_IsValueCreated";

    [Program(Value, "1 made, 1 1 True", Also = [IsCreated])]
    public static async Task<string> Value_is_made_once()
    {
        var made = 0;
        var lazy = new Lazy<int>(() =>
        {
            Interlocked.Increment(ref made);
            return Volatile.Read(ref made);
        });
        var values = await Task.WhenAll(Task.Run(() => lazy.Value), Task.Run(() => lazy.Value));
        return $"{made} made, {values[0]} {values[1]} {lazy.IsValueCreated}";
    }

    [Program(Value, "done", "deadlock")]
    public static async Task<string> Factory_takes_a_lock_that_another_holds_who_wants_the_value()
    {
        var gate = new object();
        var lazy = new Lazy<int>(
            () =>
            {
                lock (gate) return 1;
            },
            LazyThreadSafetyMode.ExecutionAndPublication);
        var first = Task.Run(() => lazy.Value);
        var second = Task.Run(() =>
        {
            lock (gate) return lazy.Value;
        });
        await Task.WhenAll(first, second);
        return "done";
    }

    [Program(Value, "1 made, same", "2 made, same")]
    public static async Task<string> Value_is_published_once_and_may_be_made_twice()
    {
        var made = 0;
        var lazy = new Lazy<object>(
            () =>
            {
                Interlocked.Increment(ref made);
                return new object();
            },
            LazyThreadSafetyMode.PublicationOnly);
        var values = await Task.WhenAll(Task.Run(() => lazy.Value), Task.Run(() => lazy.Value));
        return $"{made} made, {(values[0] == values[1] ? "same" : "different")}";
    }

    [Program(Value, "1", "throws InvalidOperationException")]
    public static async Task<string> Value_without_a_lock_is_asked_for_by_two()
    {
        var made = 0;
        var lazy = new Lazy<int>(() => Interlocked.Increment(ref made), false);
        await Task.WhenAll(Task.Run(() => lazy.Value), Task.Run(() => lazy.Value));
        return $"{made}";
    }

    [Program(Value, "FormatException FormatException, 1 try")]
    public static async Task<string> Failure_of_the_factory_is_kept()
    {
        var tries = 0;
        var lazy = new Lazy<int>(() =>
        {
            Interlocked.Increment(ref tries);
            return int.Parse("one");
        });
        string Ask()
        {
            try
            {
                return $"{lazy.Value}";
            }
            catch (FormatException exception)
            {
                return exception.GetType().Name;
            }
        }

        var answers = await Task.WhenAll(Task.Run(Ask), Task.Run(Ask));
        return $"{answers[0]} {answers[1]}, {tries} try";
    }

    [Program(IsCreated, "disposed", "leaked")]
    public static async Task<string> Value_is_made_after_it_was_looked_for()
    {
        var isDisposed = false;
        var lazy = new Lazy<MemoryStream>();
        var user = Task.Run(() => lazy.Value.WriteByte(1));
        var closer = Task.Run(() =>
        {
            if (!lazy.IsValueCreated) return;
            isDisposed = true;
        });
        await Task.WhenAll(user, closer);
        return isDisposed ? "disposed" : "leaked";
    }

    [Program("System.Threading.LazyInitializer::EnsureInitialized", "1 1 True True")]
    public static async Task<string> Lock_lets_one_make_the_value()
    {
        var (made, madeNumbers) = (0, 0);
        var (text, gate, number, isNumber, numberGate) = (default(string), default(object), 0, false, default(object));
        void Use()
        {
            LazyInitializer.EnsureInitialized(ref text, ref gate, () => $"{Interlocked.Increment(ref made)}");
            LazyInitializer.EnsureInitialized(ref number, ref isNumber, ref numberGate, () => Interlocked.Increment(ref madeNumbers));
        }

        await Task.WhenAll(Task.Run(Use), Task.Run(Use));
        var (list, isList, listGate, other) = (default(List<int>), false, default(object), default(List<int>));
        LazyInitializer.EnsureInitialized(ref list, ref isList, ref listGate);
        LazyInitializer.EnsureInitialized(ref other);
        return $"{text} {number} {list is { Count: 0 }} {other is { Count: 0 }}";
    }

    [Program("System.Threading.LazyInitializer::EnsureInitialized", "1 made, same", "2 made, same")]
    public static async Task<string> Without_a_lock_two_make_the_value()
    {
        var (made, target) = (0, default(object));
        object Make()
        {
            made++;
            return new object();
        }

        var values = await Task.WhenAll(
            Task.Run(() => LazyInitializer.EnsureInitialized(ref target, Make)),
            Task.Run(() => LazyInitializer.EnsureInitialized(ref target, Make)));
        return $"{made} made, {(values[0] == values[1] ? "same" : "different")}";
    }
}
