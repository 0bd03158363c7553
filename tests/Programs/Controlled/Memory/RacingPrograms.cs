namespace Controlled.Memory;

/// <summary>Programs with races.</summary>
internal static class RacingPrograms
{
    private static int s_served;

    [MemoryProgram("1", "2", Races = ["RacingPrograms.s_served: served|served"])]
    public static async Task<string> Static_counter_without_a_lock()
    {
        s_served = 0;
        static void Serve()
        {
            s_served++; // @served
        }

        await Task.WhenAll(Task.Run(Serve), Task.Run(Serve));
        return $"{s_served}";
    }

    [MemoryProgram("1", "2", Races = ["count: add|add"])]
    public static async Task<string> Captured_local_without_a_lock()
    {
        var count = 0;
        void Add()
        {
            count++; // @add
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{count}";
    }

    [MemoryProgram("1", "2", Races = ["Counter.Count: locked|unlocked"])]
    public static async Task<string> One_of_two_updates_forgets_the_lock()
    {
        var (gate, counter) = (new object(), new Counter());
        await Task.WhenAll(
            Task.Run(() =>
            {
                lock (gate)
                {
                    counter.Count++; // @locked
                }
            }),
            Task.Run(() =>
            {
                counter.Count++; // @unlocked
            }));
        return $"{counter.Count}";
    }

    [MemoryProgram("", "x", Races = ["Counter.Text: read|write"])]
    public static async Task<string> Reader_does_not_wait_for_the_writer()
    {
        var counter = new Counter();
        var writing = Task.Run(() =>
        {
            counter.Text = "x"; // @write
        });
        var text = counter.Text; // @read
        await writing;
        return text;
    }

    [MemoryProgram("early", "published", Races = ["Counter.Count: flag set|flag tested", "Counter.Text: read|write"])]
    public static async Task<string> Flag_that_is_not_volatile_publishes_nothing()
    {
        var counter = new Counter();
        var writing = Task.Run(() =>
        {
            counter.Text = "published"; // @write
            counter.Count = 1; // @flag set
        });
        var text = "early";
        if (counter.Count == 1) // @flag tested
        {
            text = counter.Text; // @read
        }

        await writing;
        return text;
    }

    [MemoryProgram("1", "2", Races = ["element: slot|slot"], HasPoints = true)]
    public static async Task<string> Array_element_without_a_lock()
    {
        var counts = new int[4];
        void Add()
        {
            counts[2]++; // @slot
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{counts[2]}";
    }

    [MemoryProgram("1", "2", Races = ["Counter.Totals: part|part"])]
    public static async Task<string> Part_of_a_struct_without_a_lock()
    {
        var counter = new Counter();
        void Add()
        {
            counter.Totals.Hits++; // @part
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{counter.Totals.Hits}";
    }

    [MemoryProgram("(0, 0)", "(1, 0)", Races = ["Counter.Totals: part|whole"])]
    public static async Task<string> Whole_struct_is_read_while_a_part_is_written()
    {
        var counter = new Counter();
        var writing = Task.Run(() =>
        {
            counter.Totals.Hits = 1; // @part
        });
        var totals = counter.Totals; // @whole
        await writing;
        return $"{totals}";
    }

    [MemoryProgram("1", "2", Races = ["Dictionary: add|add", "Dictionary: add|ask"])]
    public static async Task<string> Dictionary_that_requests_share()
    {
        var (cache, fetches) = (new Dictionary<string, int>(), 0);
        void Serve()
        {
            if (cache.ContainsKey("key")) return; // @ask
            Interlocked.Increment(ref fetches);
            cache["key"] = 1; // @add
        }

        await Task.WhenAll(Task.Run(Serve), Task.Run(Serve));
        return $"{fetches}";
    }

    [MemoryProgram("1", "throws InvalidOperationException", Races = ["List: add|count", "List: add|walk"], Schedules = 400)]
    public static async Task<string> List_that_grows_while_it_is_walked()
    {
        IList<int> orders = new List<int> { 1 };
        var adding = Task.Run(() =>
        {
            orders.Add(2); // @add
        });
        var sum = 0;
        foreach (var order in orders) // @walk
        {
            sum += orders.Count > 0 ? 1 : 0; // @count
        }

        await adding;
        return sum == 1 ? "1" : "1";
    }

    [MemoryProgram("1", "2", Races = ["count: late|late"])]
    public static async Task<string> Two_calls_that_go_on_side_by_side_in_one_operation()
    {
        var count = 0;
        async Task AddAsync()
        {
            await Task.Yield();
            var read = count; // @late
            await Task.Yield();
            count = read + 1; // @late
        }

        await Task.WhenAll(AddAsync(), AddAsync());
        return $"{count}";
    }

    [MemoryProgram("2", Races = ["Counter.Count: add|add"], HasPoints = false)]
    public static async Task<string> Race_is_found_where_accesses_never_meet()
    {
        var counter = new Counter();
        void Add()
        {
            counter.Count++; // @add
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return $"{counter.Count}";
    }
}
