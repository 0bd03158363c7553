using System.Collections.Concurrent;

namespace Controlled.Collections;

internal static class ConcurrentDictionaryPrograms
{
    private const string Type = "System.Collections.Concurrent.ConcurrentDictionary`2::";

    [Program(Type + "AddOrUpdate", "4", Also = [Type + ".ctor", Type + "get_Item"])]
    public static async Task<string> Update_is_retried_until_it_holds()
    {
        var counts = new ConcurrentDictionary<string, int>();
        void Count()
        {
            counts.AddOrUpdate("a", 1, static (_, count) => count + 1);
            counts.AddOrUpdate("a", static _ => 1, static (_, count) => count + 1);
        }

        await Task.WhenAll(Task.Run(Count), Task.Run(Count));
        return $"{counts["a"]}";
    }

    [Program(Type + "set_Item", "1", "2", Also = [Type + ".ctor", Type + "TryGetValue", Type + "get_Item"])]
    public static async Task<string> Read_and_write_in_two_calls_loses_one()
    {
        var counts = new ConcurrentDictionary<string, int> { ["a"] = 0 };
        void Count()
        {
            counts.TryGetValue("a", out var count);
            counts["a"] = count + 1;
        }

        await Task.WhenAll(Task.Run(Count), Task.Run(Count));
        return $"{counts["a"]}";
    }

    [Program(Type + "GetOrAdd", "made 1", "made 2")]
    public static async Task<string> Factory_may_run_twice()
    {
        var (cache, made) = (new ConcurrentDictionary<int, string>(), 0);
        string Get() => cache.GetOrAdd(1, key => $"{key} {++made}");
        var both = await Task.WhenAll(Task.Run(Get), Task.Run(Get));
        return both[0] == both[1] ? $"made {made}" : "two values";
    }

    [Program(Type + "GetOrAdd", "made 1")]
    public static async Task<string> Lazy_value_is_made_once()
    {
        var (cache, made) = (new ConcurrentDictionary<int, Lazy<Task<int>>>(), 0);
        Task<int> GetAsync() => cache.GetOrAdd(1, static (_, make) => new Lazy<Task<int>>(make), () => Task.FromResult(++made)).Value;
        await Task.WhenAll(GetAsync(), GetAsync());
        return $"made {made}";
    }

    [Program(Type + "AddOrUpdate", "2 in 2 calls", "2 in 3 calls")]
    public static async Task<string> Update_factory_may_run_again()
    {
        var (counts, calls) = (new ConcurrentDictionary<string, int>(), 0);
        void Count() => counts.AddOrUpdate(
            "a",
            (_, step) =>
            {
                calls++;
                return step;
            },
            (_, count, step) =>
            {
                calls++;
                return count + step;
            },
            1);
        await Task.WhenAll(Task.Run(Count), Task.Run(Count));
        return $"{counts["a"]} in {calls} calls";
    }

    [Program(Type + "TryAdd", "1 added", Also = [Type + "get_Count", Type + "ContainsKey"])]
    public static async Task<string> One_of_two_adds_a_key()
    {
        var seen = new ConcurrentDictionary<Guid, bool>();
        var added = await Task.WhenAll(Task.Run(() => seen.TryAdd(Guid.Empty, true)), Task.Run(() => seen.TryAdd(Guid.Empty, true)));
        return seen is { Count: 1 } && seen.ContainsKey(Guid.Empty) ? $"{added.Count(static one => one)} added" : "none";
    }

    [Program(Type + "ContainsKey", "once", "twice", Also = [Type + "TryAdd"])]
    public static async Task<string> Question_before_adding_does_not_help()
    {
        var (seen, handled) = (new ConcurrentDictionary<int, bool>(), 0);
        void Handle()
        {
            if (seen.ContainsKey(1)) return;
            seen.TryAdd(1, true);
            handled++;
        }

        await Task.WhenAll(Task.Run(Handle), Task.Run(Handle));
        return handled == 1 ? "once" : "twice";
    }

    [Program(Type + "TryUpdate", "True False", "False True")]
    public static async Task<string> One_of_two_updates_succeeds()
    {
        var state = new ConcurrentDictionary<string, string> { ["a"] = "new" };
        var won = await Task.WhenAll(Task.Run(() => state.TryUpdate("a", "mine", "new")), Task.Run(() => state.TryUpdate("a", "yours", "new")));
        return $"{won[0]} {won[1]}";
    }

    [Program(Type + "TryUpdate", "1 update", Also = [Type + "TryRemove"])]
    public static async Task<string> Exactly_one_claims_the_state()
    {
        var state = new ConcurrentDictionary<string, string> { ["a"] = "new", ["b"] = "x" };
        var won = await Task.WhenAll(Task.Run(() => state.TryUpdate("a", "mine", "new")), Task.Run(() => state.TryUpdate("a", "yours", "new")));
        return state.TryRemove("b", out _) && state.TryRemove(new KeyValuePair<string, string>("a", state["a"])) ? $"{won.Count(static one => one)} update" : "not removed";
    }

    [Program(Type + "TryRemove", "a", "b")]
    public static async Task<string> One_of_two_removes()
    {
        var (work, by) = (new ConcurrentDictionary<int, string>(2, 31) { [1] = "x" }, "");
        void Take(string name)
        {
            if (work.TryRemove(1, out _)) by = name;
        }

        await Task.WhenAll(Task.Run(() => Take("a")), Task.Run(() => Take("b")));
        return by;
    }

    [Program(Type + "get_Item", "x", "throws KeyNotFoundException", Also = [Type + "get_IsEmpty", Type + "TryRemove"])]
    public static async Task<string> Key_may_be_gone_when_it_is_read()
    {
        var cache = new ConcurrentDictionary<int, string> { [1] = "x" };
        var remover = Task.Run(() => cache.TryRemove(1, out _));
        var isThere = !cache.IsEmpty;
        var text = isThere ? cache[1] : "x";
        await remover;
        return text;
    }

    [Program(Type + "TryGetValue", "x")]
    public static async Task<string> Key_is_read_in_one_call()
    {
        var cache = new ConcurrentDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await Task.WhenAll(Task.Run(() => cache["a"] = "x"), Task.Run(() => cache.TryAdd("A", "x")));
        return cache.TryGetValue("a", out var value) ? value : "none";
    }

    [Program(Type + "GetEnumerator", "0", "1", "2", Also = [Type + "set_Item", Type + "get_IsEmpty"])]
    public static async Task<string> Enumeration_sees_some_of_what_is_added_meanwhile()
    {
        var entries = new ConcurrentDictionary<int, int>();
        var writer = Task.Run(() =>
        {
            entries[1] = 1;
            entries[2] = 2;
        });
        var seen = 0;
        foreach (var _ in entries) seen++;
        await writer;
        return entries.IsEmpty ? "empty" : $"{seen}";
    }

    [Program(Type + "GetEnumerator", "1=1 2=2", Also = [Type + ".ctor", Type + "get_Keys", Type + "get_Values", Type + "ToArray", Type + "Clear", Type + "set_Item", Type + "get_IsEmpty"])]
    public static async Task<string> Enumeration_sees_what_was_there()
    {
        var entries = new ConcurrentDictionary<int, int>([new(1, 1)]);
        await Task.Run(() => entries[2] = 2);
        var text = string.Join(' ', entries.OrderBy(static entry => entry.Key).Select(static entry => $"{entry.Key}={entry.Value}"));
        foreach (var (key, value) in entries)
        {
            if (key != value) return "mixed up";
        }

        var isWhole = entries.Keys.Count == 2 && entries.Values.Count == 2 && entries.ToArray().Length == 2;
        entries.Clear();
        return isWhole && entries.IsEmpty ? text : "not whole";
    }

    [Program(Type + "ToArray", "0 0", "0 1", "1 1", Also = [Type + "get_Count", Type + "get_IsEmpty", Type + "get_Keys", Type + "get_Values", Type + "Clear"])]
    public static async Task<string> Two_looks_may_differ()
    {
        var entries = new ConcurrentDictionary<string, string>();
        var writer = Task.Run(() => entries.TryAdd("a", "x"));
        var text = $"{entries.ToArray().Length} {entries.Count}";
        await writer;
        return text;
    }

    [Program(Type + "Clear", "0", "1", Also = [Type + "get_Keys", Type + "get_Values", Type + "get_IsEmpty"])]
    public static async Task<string> Entry_added_while_clearing_may_stay()
    {
        var entries = new ConcurrentDictionary<string, string>();
        await Task.WhenAll(Task.Run(entries.Clear), Task.Run(() => entries.TryAdd("a", "x")));
        return entries.IsEmpty ? $"{entries.Keys.Count}" : $"{entries.Values.Count}";
    }

    [Program(Type + "TryAdd", "2")]
    public static async Task<string> Comparer_of_the_programs_own_may_be_interrupted()
    {
        var entries = new ConcurrentDictionary<int, string>(new YieldingComparer());
        await Task.WhenAll(Enumerable.Range(1, 3).Select(key => Task.Run(() => entries.TryAdd(key % 2, "x"))));
        return $"{entries.Count}";
    }
}
