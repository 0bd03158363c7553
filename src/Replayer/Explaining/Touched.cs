using System.Collections.Immutable;

namespace ReplayKit.Replayer.Explaining;

/// <summary>What an access touches.</summary>
/// <param name="Kind">Of which kind it is.</param>
/// <param name="Number">Names it within the run: equal for one object, field, or table.</param>
/// <param name="Name">As people call it: <c>Counter.Count</c>, <c>Cache._prices</c>, <c>Items</c>.</param>
public sealed record Touched(TouchedKind Kind, int Number, string Name)
{
    /// <summary>Of a row: what its columns must equal. Empty for the whole table, and for what is no row.</summary>
    public ImmutableArray<RowKey> Keys { get; init; } = [];

    /// <summary>The name, with the row's keys.</summary>
    public string Words => Keys.IsEmpty ? Name : $"{Name} ({string.Join(", ", Keys.Select(static key => $"{key.Column} = {key.Value}"))})";

    /// <summary>Whether both can be one thing. Two rows are different when one column of both has two values.</summary>
    public bool Meets(Touched other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind && Number == other.Number
            && !Keys.Any(key => other.Keys.Any(theirs => string.Equals(key.Column, theirs.Column, StringComparison.OrdinalIgnoreCase) && key.Value != theirs.Value));
    }
}
