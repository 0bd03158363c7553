namespace ReplayKit.Recorder.Cutting;

/// <summary>
/// A pattern for request paths: <c>*</c> stands for any characters except <c>/</c>, <c>**</c> for any characters, <c>?</c> for one character
/// except <c>/</c>. Case is ignored, as ASP.NET Core's routing ignores it.
/// </summary>
public sealed class Glob
{
    private readonly string _pattern;

    /// <summary>Creates a pattern.</summary>
    /// <param name="pattern">Its text; every text is a pattern.</param>
    public Glob(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        _pattern = pattern;
    }

    /// <summary>Whether the whole path fits the pattern.</summary>
    /// <param name="path">A path, without the query.</param>
    /// <returns>Whether it fits. Takes at most pattern length times path length steps, whatever the pattern.</returns>
    public bool Matches(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        // reached[i]: the pattern's first i characters can stand for the path read so far. A table instead of backtracking:
        // paths come from the network and a pattern such as *a*a*a*b must not take exponential time.
        var reached = new bool[_pattern.Length + 1];
        reached[0] = true;
        SkipStars(reached);
        foreach (var character in path)
        {
            reached = Advance(reached, character);
            SkipStars(reached);
        }

        return reached[_pattern.Length];
    }

    /// <summary>The pattern.</summary>
    public override string ToString() => _pattern;

    private bool[] Advance(bool[] reached, char character)
    {
        var next = new bool[reached.Length];
        for (var i = 0; i < _pattern.Length; i++)
        {
            if (!reached[i]) continue;
            var pattern = _pattern[i];
            if (pattern == '*')
            {
                if (character != '/' || IsDoubleStar(i)) next[i] = true;
            }
            else if (pattern == '?' ? character != '/' : char.ToUpperInvariant(pattern) == char.ToUpperInvariant(character))
            {
                next[i + 1] = true;
            }
        }

        return next;
    }

    private void SkipStars(bool[] reached)
    {
        for (var i = 0; i < _pattern.Length; i++)
        {
            if (reached[i] && _pattern[i] == '*') reached[i + 1] = true;
        }
    }

    private bool IsDoubleStar(int at) =>
        (at + 1 < _pattern.Length && _pattern[at + 1] == '*') || (at > 0 && _pattern[at - 1] == '*');
}
