namespace ReplayKit.Hooks;

/// <summary>A run's values of a thread-local, by thread.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
internal sealed class ThreadLocalModel<T>
{
    private readonly Dictionary<Thread, T> _values = new(ReferenceEqualityComparer.Instance);
    private readonly List<Thread> _order = [];

    public bool Has(Thread thread) => _values.ContainsKey(thread);

    public bool TryGet(Thread thread, out T? value) => _values.TryGetValue(thread, out value);

    public void Set(Thread thread, T value)
    {
        if (_values.TryAdd(thread, value)) _order.Add(thread);
        else _values[thread] = value;
    }

    public IList<T> All() => _order.ConvertAll(thread => _values[thread]);
}
