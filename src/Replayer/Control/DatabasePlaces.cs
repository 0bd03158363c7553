namespace ReplayKit.Replayer.Control;

/// <summary>The databases of a run: connections to one of them touch the same thing.</summary>
internal sealed class DatabasePlaces
{
    private readonly Dictionary<string, object> _places = new(StringComparer.Ordinal);

    /// <summary>What stands for the database of this name.</summary>
    public object Of(string name)
    {
        if (!_places.TryGetValue(name, out var place)) _places.Add(name, place = new object());
        return place;
    }
}
