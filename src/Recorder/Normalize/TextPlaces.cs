namespace ReplayKit.Recorder.Normalize;

/// <summary>Keeps what texts became. Each text has one place, by its hash, and takes it from the one that was there: bounded, and what comes often stays.</summary>
internal sealed class TextPlaces
{
    private readonly (string Name, string Text, string Became)[] _places;
    private readonly int _charsMax;

    /// <summary>Makes one that is empty.</summary>
    /// <param name="count">Places, a power of two.</param>
    /// <param name="charsMax">Longer texts are not kept.</param>
    internal TextPlaces(int count, int charsMax)
    {
        _places = new (string, string, string)[count];
        _charsMax = charsMax;
    }

    /// <summary>What a text under a name became; null when that is not known.</summary>
    internal string? Find(string name, string text)
    {
        if (text.Length > _charsMax) return null;
        ref var place = ref Place(text);
        return place.Text == text && place.Name == name ? place.Became : null;
    }

    /// <summary>Keeps what a text under a name became, and answers it.</summary>
    internal string Keep(string name, string text, string became)
    {
        if (text.Length <= _charsMax) Place(text) = (name, text, became);
        return became;
    }

    private ref (string Name, string Text, string Became) Place(string text) => ref _places[text.GetHashCode(StringComparison.Ordinal) & (_places.Length - 1)];
}
