namespace ReplayKit.TraceFormat.Wire;

/// <summary>The texts of a chunk, each once, in the order of their first use.</summary>
internal sealed class TextTable
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts => _texts;

    public int IndexOf(string text)
    {
        if (_indexes.TryGetValue(text, out var index)) return index;
        _indexes.Add(text, _texts.Count);
        _texts.Add(text);
        return _texts.Count - 1;
    }
}
