namespace ReplayKit.Recorder.Normalize;

/// <summary>Gives the same string for the same characters, so that the name of a hot method is not allocated with each of its events.</summary>
public sealed class NameCache
{
    // A process has some thousand async methods. More names than this means names made at run time, which a cache would only keep alive.
    private const int EntryCountMax = 32_768;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>An empty cache.</summary>
    public NameCache() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A string with these characters.</summary>
    public string Get(ReadOnlySpan<char> characters)
    {
        if (characters.IsEmpty) return "";
        if (_lookup.TryGetValue(characters, out var known)) return known;
        var made = characters.ToString();
        if (_names.Count < EntryCountMax) _names.Add(made);
        return made;
    }
}
