using System.Buffers;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Reads the bridge's text for all headers, <c>[Name, value],[Name, value]</c>.</summary>
/// <remarks>
/// The text has no escapes. A value may hold anything, also <c>],[</c>; it is read as the end of a header only when a header name and
/// <c>", "</c> follow, which a value hardly ever has.
/// </remarks>
public ref struct HeaderList
{
    private static readonly SearchValues<char> s_tokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private ReadOnlySpan<char> _rest;

    /// <summary>Begins at the first header.</summary>
    public HeaderList(ReadOnlySpan<char> text) => _rest = text;

    /// <summary>Reads the next header.</summary>
    /// <returns>False when there is none.</returns>
    public bool Read(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = value = default;
        var nameLength = HeaderNameLength(_rest);
        if (nameLength == 0) return false;
        name = _rest.Slice(1, nameLength);
        var body = _rest[(nameLength + 3)..];
        var end = ValueLength(body);
        value = body[..end];
        _rest = end + 2 <= body.Length ? body[(end + 2)..] : default;
        return true;
    }

    // Length of NAME when the text begins with "[NAME, "; else 0.
    private static int HeaderNameLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 4 || text[0] != '[') return 0;
        var length = text[1..].IndexOfAnyExcept(s_tokenCharacters);
        return length > 0 && text[(1 + length)..].StartsWith(", ", StringComparison.Ordinal) ? length : 0;
    }

    private static int ValueLength(ReadOnlySpan<char> body)
    {
        for (var from = 0; ;)
        {
            var at = body[from..].IndexOf("],[", StringComparison.Ordinal);
            if (at < 0) return body.EndsWith("]", StringComparison.Ordinal) ? body.Length - 1 : body.Length;
            if (HeaderNameLength(body[(from + at + 2)..]) > 0) return from + at;
            from += at + 1;
        }
    }
}
