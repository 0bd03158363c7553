namespace ReplayKit.Recorder.Cli;

/// <summary>
/// Aligned columns of plain text. Written by hand rather than with a rendering library because the output is also read by scripts and
/// compared by tests: it must not depend on the terminal, apart from the one column that may be cut to fit.
/// </summary>
public sealed class TextTable
{
    private const string Gap = "  ";
    private const int FlexibleWidthMin = 12;

    private readonly TextColumn[] _columns;
    private readonly List<string[]> _rows = [];

    /// <summary>Creates an empty table.</summary>
    /// <param name="columns">Its columns, left to right; at most one of them flexible.</param>
    public TextTable(params TextColumn[] columns) => _columns = columns;

    /// <summary>Rows added so far.</summary>
    public int RowCount => _rows.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One cell per column.</param>
    /// <exception cref="ArgumentException">The number of cells is not the number of columns.</exception>
    public void Add(params string[] cells)
    {
        if (cells.Length != _columns.Length) throw new ArgumentException($"A row needs {_columns.Length} cells.", nameof(cells));
        _rows.Add(Array.ConvertAll(cells, SafeText.Clean));
    }

    /// <summary>Writes the heading and the rows.</summary>
    /// <param name="terminal">Where to; the flexible column is cut to fit its width.</param>
    /// <param name="indent">Spaces before each line.</param>
    public void Write(Terminal terminal, int indent)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        var widths = Widths(terminal.Width - indent);
        var heading = Array.ConvertAll(_columns, static column => column.Heading);
        if (heading.Any(static text => text.Length > 0)) WriteLine(terminal, heading, widths, indent);
        foreach (var row in _rows) WriteLine(terminal, row, widths, indent);
    }

    private int[] Widths(int available)
    {
        var widths = new int[_columns.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = _columns[i].Heading.Length;
            foreach (var row in _rows) widths[i] = Math.Max(widths[i], row[i].Length);
        }

        var flexible = Array.FindIndex(_columns, static column => column.IsFlexible);
        if (flexible < 0) return widths;
        var excess = widths.Sum() + (Gap.Length * (widths.Length - 1)) - available;
        if (excess > 0) widths[flexible] = Math.Max(FlexibleWidthMin, widths[flexible] - excess);
        return widths;
    }

    private void WriteLine(Terminal terminal, string[] cells, int[] widths, int indent)
    {
        var parts = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var text = Fit(cells[i], widths[i]);
            parts[i] = _columns[i].IsRightAligned ? text.PadLeft(widths[i]) : text.PadRight(widths[i]);
        }

        terminal.WriteLine((new string(' ', indent) + string.Join(Gap, parts)).TrimEnd());
    }

    private static string Fit(string text, int width) =>
        text.Length <= width ? text : string.Concat(text.AsSpan(0, width - 1), "…");
}
