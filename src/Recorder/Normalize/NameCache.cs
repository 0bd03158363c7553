namespace ReplayKit.Recorder.Normalize;

/// <summary>Gives the same string for the same characters, so that what comes again with each event is not allocated each time.</summary>
/// <remarks>
/// Each text has one place, by its hash, and takes it from the one that was there: what comes often stays, and texts that come once (ids,
/// times) cannot fill it.
/// </remarks>
public sealed class NameCache
{
    // A process has some thousand async methods, and as many paths and header values that come again.
    private const int PlaceCount = 1 << 15;

    /// <summary>Longer texts are not kept.</summary>
    public const int CharsMax = 256;

    private readonly string[] _places = new string[PlaceCount];

    /// <summary>A string with these characters.</summary>
    public string Get(ReadOnlySpan<char> characters)
    {
        if (characters.IsEmpty) return "";
        if (characters.Length > CharsMax) return characters.ToString();
        ref var place = ref _places[string.GetHashCode(characters) & (PlaceCount - 1)];
        return place is not null && characters.SequenceEqual(place) ? place : place = characters.ToString();
    }
}
