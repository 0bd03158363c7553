namespace Controlled.Locks;

internal static class NamedMutexPrograms
{
    private const string Type = "System.Threading.Mutex::";

    // Other processes may run the same programs.
    private static string Name => $"replaykit-{Environment.ProcessId}";

    [Program(Type + "OpenExisting", "2", Also = [Type + "TryOpenExisting", Type + ".ctor", Type + "ReleaseMutex"])]
    public static async Task<string> Mutexes_of_one_name_are_one()
    {
        using var gate = new Mutex(false, Name);
        var count = 0;
        void Add(Mutex own)
        {
            own.WaitOne();
            var read = Volatile.Read(ref count);
            Volatile.Write(ref count, read + 1);
            own.ReleaseMutex();
            own.Dispose();
        }

        var first = Task.Run(() => Add(Mutex.OpenExisting(Name)));
        var second = Task.Run(() =>
        {
            if (Mutex.TryOpenExisting(Name, out var own)) Add(own);
        });
        await Task.WhenAll(first, second);
        return $"{count}";
    }

    [Program(Type + "OpenExisting", "created, not found, found", Also = [Type + "TryOpenExisting", Type + ".ctor"])]
    public static string Mutex_of_the_user_is_found_by_its_name_and_options()
    {
        var own = new NamedWaitHandleOptions { CurrentUserOnly = true, CurrentSessionOnly = true };
        var before = Mutex.TryOpenExisting(Name, own, out _) ? "found" : "not found";
        using var made = new Mutex(true, Name, own, out var isNew);
        using var opened = Mutex.OpenExisting(Name, own);
        using var same = new Mutex(false, Name, own);
        var isHeld = opened.WaitOne(0) && same.WaitOne(0);
        for (var i = 0; i < 3; i++) made.ReleaseMutex();
        return $"{(isNew ? "created" : "there already")}, {before}, {(isHeld ? "found" : "another one")}";
    }

    [Program(Type + "OpenExisting", "opened", "throws WaitHandleCannotBeOpenedException")]
    public static async Task<string> Mutex_is_opened_before_it_is_made()
    {
        Mutex? made = null;
        var making = Task.Run(() => made = new Mutex(false, Name));
        var opening = Task.Run(static () => Mutex.OpenExisting(Name).Dispose());
        try
        {
            await Task.WhenAll(making, opening);
            return "opened";
        }
        finally
        {
            made?.Dispose();
        }
    }

    [Program(Type + "TryOpenExisting", "one runs", "both run", Also = [Type + ".ctor"])]
    public static async Task<string> Second_instance_looks_before_the_first_has_made_its_mutex()
    {
        var made = new List<Mutex>();
        bool IsFirst()
        {
            if (Mutex.TryOpenExisting(Name, out var other))
            {
                other.Dispose();
                return false;
            }

            Thread.Yield();
            lock (made) made.Add(new Mutex(false, Name));
            return true;
        }

        var instances = await Task.WhenAll(Task.Run(IsFirst), Task.Run(IsFirst));
        foreach (var mutex in made) mutex.Dispose();
        return instances[0] && instances[1] ? "both run" : "one runs";
    }
}
