namespace ReplayKit.Hooks;

/// <summary>A range of numbers that the operations of a loop share: each takes the next few.</summary>
/// <remarks>Takes are scheduling points. There are at most some hundred of them, however long the range: what follows from one to the next is in a chunk.</remarks>
internal sealed class IndexSource
{
    private const int TakeCountMax = 256;
    private readonly long _end;
    private readonly long _chunk;
    private readonly string _site;
    private long _next;

    private IndexSource(long from, long to, string site)
    {
        _next = from;
        _end = to;
        _chunk = Math.Max(1, (to - from) / TakeCountMax);
        _site = site;
    }

    /// <summary>The numbers of a range, or what is found at them.</summary>
    public static LoopSource<T> Of<T>(long from, long to, Func<long, T> item, string site)
    {
        var source = new IndexSource(from, to, site);
        return new LoopSource<T>(Math.Max(0, to - from), () => source.Take(item));
    }

    private IEnumerator<KeyValuePair<long, T>> Take<T>(Func<long, T> item)
    {
        while (true)
        {
            Shared.Change(this, _site);
            var begin = _next;
            if (begin >= _end) yield break;
            _next = Math.Min(begin + _chunk, _end);
            for (var index = begin; index < Math.Min(begin + _chunk, _end); index++) yield return new KeyValuePair<long, T>(index, item(index));
        }
    }
}
