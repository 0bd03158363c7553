using System.Collections.Concurrent;

namespace Replayer.Tests.Weaving;

/// <summary>Calls whose receivers are fields, and some whose are not.</summary>
internal sealed class Held
{
    private static readonly ConcurrentDictionary<int, int> Known = new();
    private static readonly SemaphoreSlim Slots = new(1);
    private readonly object _gate = new();
    private readonly Dictionary<int, int> _plain = [];

    public void Lock()
    {
        lock (_gate) Wait();
    }

    public static void Wait() => Slots.Wait();

    public static bool Look(int key) => Known.TryGetValue(key, out _);

    public void Keep(int key) => _plain[key] = key;

    public bool LookIn(ConcurrentDictionary<int, int> other, int key) => _plain.Count > 0 && other.TryGetValue(key, out _);
}
