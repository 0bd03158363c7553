namespace ReplayKit.Recorder.Normalize;

/// <summary>Gives database commands short numbers in place of the ids of their source, which are too long to be written with each event.</summary>
internal sealed class CommandNumbers
{
    // Commands whose end was lost stay open: beyond this many, all are forgotten.
    private const int OpenMax = 65_536;

    private readonly Dictionary<Guid, long> _open = [];
    private long _last;

    /// <summary>The number of a command that begins.</summary>
    internal long Begin(ReadOnlySpan<char> id)
    {
        if (!Guid.TryParse(id, out var guid)) return 0;
        if (_open.Count >= OpenMax) _open.Clear();
        return _open[guid] = ++_last;
    }

    /// <summary>The number of a command that ends; 0 when its begin was not seen.</summary>
    internal long End(ReadOnlySpan<char> id) => Guid.TryParse(id, out var guid) && _open.Remove(guid, out var number) ? number : 0;
}
