namespace ReplayKit.Replayer.Races;

/// <summary>What is remembered of a field or an element: of the whole, and of each part of a struct that was accessed by itself.</summary>
internal sealed class FieldShadow
{
    private readonly Shadow _whole = new();
    private Dictionary<string, Shadow>? _parts;

    /// <summary>What atomic accesses of it pass on.</summary>
    public VectorClock Sync { get; } = new();

    /// <summary>The places where an access meets others.</summary>
    /// <param name="part">The part; empty for the whole.</param>
    public IEnumerable<Shadow> Overlapping(string part)
    {
        yield return _whole;
        if (_parts is null) yield break;
        foreach (var (name, shadow) in _parts)
        {
            if (part.Length == 0 || Overlap(name, part)) yield return shadow;
        }
    }

    /// <summary>The place where it is remembered.</summary>
    public Shadow Of(string part)
    {
        if (part.Length == 0) return _whole;
        _parts ??= new Dictionary<string, Shadow>(StringComparer.Ordinal);
        if (!_parts.TryGetValue(part, out var shadow)) _parts.Add(part, shadow = new Shadow());
        return shadow;
    }

    // A part holds its own parts: ":position" and ":position:X".
    private static bool Overlap(string one, string other) =>
        one == other || one.StartsWith(other + ":", StringComparison.Ordinal) || other.StartsWith(one + ":", StringComparison.Ordinal);
}
