namespace Controlled.Atomics;

internal static class InterlockedPrograms
{
    private const string Type = "System.Threading.Interlocked::";

    [Program(Type + "Increment", "4 -4 60", Also = [Type + "Decrement", Type + "Add", Type + "Read"])]
    public static async Task<string> Counts_of_two_add_up()
    {
        var (up, down, sum) = (0, 0L, 0UL);
        void Count()
        {
            for (var i = 0; i < 2; i++)
            {
                Interlocked.Increment(ref up);
                Interlocked.Decrement(ref down);
                Interlocked.Add(ref sum, 15);
            }
        }

        await Task.WhenAll(Task.Run(Count), Task.Run(Count));
        return $"{up} {Interlocked.Read(ref down)} {Interlocked.Read(ref sum)}";
    }

    [Program(Type + "Read", "1", "2", Also = [Type + "Exchange"])]
    public static async Task<string> Read_and_exchange_are_not_one()
    {
        var count = 0L;
        void Add()
        {
            var read = Interlocked.Read(ref count);
            Interlocked.Exchange(ref count, read + 1);
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{count}";
    }

    [Program(Type + "Increment", "2 in", "1 in", Also = [Type + "Decrement"])]
    public static async Task<string> Limit_that_is_taken_back_turns_both_away()
    {
        var (users, admitted) = (0, 0);
        void Enter()
        {
            if (Interlocked.Increment(ref users) <= 1) admitted++;
            Interlocked.Decrement(ref users);
        }

        await Task.WhenAll(Task.Run(Enter), Task.Run(Enter));
        return $"{admitted} in";
    }

    [Program(Type + "Decrement", "released 1 time", "released 2 times", Also = [Type + "Add"])]
    public static async Task<string> Reference_that_is_taken_from_zero_releases_twice()
    {
        var (references, released) = (1, 0);
        void Drop()
        {
            if (Interlocked.Decrement(ref references) == 0) Interlocked.Increment(ref released);
        }

        var owner = Task.Run(Drop);
        var other = Task.Run(() =>
        {
            Interlocked.Add(ref references, 1);
            Drop();
        });
        await Task.WhenAll(owner, other);
        return released == 1 ? "released 1 time" : $"released {released} times";
    }

    [Program(Type + "Add", "10", "20", "30")]
    public static async Task<string> Sum_is_read_while_it_grows()
    {
        var sum = 10;
        var adder = Task.Run(() =>
        {
            Interlocked.Add(ref sum, 10);
            Interlocked.Add(ref sum, 10);
        });
        var seen = Interlocked.Add(ref sum, 0);
        await adder;
        return $"{seen}";
    }

    [Program(Type + "CompareExchange", "2")]
    public static async Task<string> Retry_keeps_both()
    {
        var count = 0;
        void Add()
        {
            int read;
            do
            {
                read = Volatile.Read(ref count);
            }
            while (Interlocked.CompareExchange(ref count, read + 1, read) != read);
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{count}";
    }

    [Program(Type + "CompareExchange", "1", "2")]
    public static async Task<string> One_try_loses_one()
    {
        var count = 0;
        void Add()
        {
            var read = Volatile.Read(ref count);
            Interlocked.CompareExchange(ref count, read + 1, read);
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{count}";
    }

    [Program(Type + "And", "5 3, 4 4", Also = [Type + "Or"])]
    public static async Task<string> Flags_of_two_are_kept()
    {
        var (set, cleared) = (1, 7);
        await Task.WhenAll(
            Task.Run(() => (Interlocked.Or(ref set, 4), Interlocked.And(ref cleared, ~1))),
            Task.Run(() => (Interlocked.Or(ref set, 0), Interlocked.And(ref cleared, ~2))));
        var (set2, cleared2) = (1U, 7L);
        Interlocked.Or(ref set2, 2U);
        Interlocked.And(ref cleared2, 4L);
        return $"{set} {set2}, {cleared} {cleared2}";
    }

    [Program(Type + "And", "0", "2", Also = [Type + "Or"])]
    public static async Task<string> Flag_is_cleared_before_or_after_it_is_set()
    {
        var flags = 0UL;
        await Task.WhenAll(Task.Run(() => Interlocked.Or(ref flags, 2UL)), Task.Run(() => Interlocked.And(ref flags, 0UL)));
        return $"{flags}";
    }

    [Program(Type + "Exchange", "1")]
    public static async Task<string> Exchange_lets_one_in()
    {
        var (isTaken, admitted) = (0, 0);
        void Enter()
        {
            if (Interlocked.Exchange(ref isTaken, 1) == 0) Interlocked.Increment(ref admitted);
        }

        await Task.WhenAll(Task.Run(Enter), Task.Run(Enter));
        return $"{admitted}";
    }
}
