using System.Collections;

namespace ReplayKit.Hooks;

/// <summary>One enumeration that several operations take from. The source's own code runs inside a lock that is under control.</summary>
internal sealed class TakenItems<T>(IEnumerator<T> source, string site) : IEnumerable<KeyValuePair<long, T>>, IDisposable
{
    private readonly object _gate = new();
    private bool _isOver;
    private long _index;

    public IEnumerator<KeyValuePair<long, T>> GetEnumerator()
    {
        while (TryTake(out var item)) yield return item;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => source.Dispose();

    private bool TryTake(out KeyValuePair<long, T> item)
    {
        MonitorHooks.Enter(_gate, site);
        try
        {
            _isOver = _isOver || !source.MoveNext();
            item = _isOver ? default : new KeyValuePair<long, T>(_index++, source.Current);
            return !_isOver;
        }
        finally
        {
            MonitorHooks.Exit(_gate);
        }
    }
}
