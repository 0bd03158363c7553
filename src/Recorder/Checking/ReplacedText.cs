using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.Checking;

/// <summary>Tells a text that was put in a secret's place from one that was sent.</summary>
internal static class ReplacedText
{
    /// <summary>Whether a text can be the replacement of a secret.</summary>
    /// <param name="text">The text.</param>
    internal static bool Is(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(KeyedHash.Mark, StringComparison.Ordinal)) return !text[KeyedHash.Mark.Length..].ContainsAnyExcept(KeyedHash.Characters);
        // Too short for a mark: what looks like a replacement is taken for one.
        return text.Length < KeyedHash.MarkedLengthMin && !text.ContainsAnyExcept(KeyedHash.Characters);
    }
}
