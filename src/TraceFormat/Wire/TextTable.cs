using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>The texts of a chunk, each once.</summary>
internal sealed class TextTable
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts => _texts;

    public void Add(in RecordedEvent e)
    {
        if (e.Text is not null) Add(e.Text);
        if (e.Fields.IsDefault) return;
        foreach (var field in e.Fields)
        {
            Add(field.Name);
            Add(field.Value);
        }
    }

    public int IndexOf(string text) => _indexes[text];

    private void Add(string text)
    {
        if (_indexes.TryAdd(text, _texts.Count)) _texts.Add(text);
    }
}
