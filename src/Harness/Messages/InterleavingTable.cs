using System.Text;
using ReplayKit.Replayer.Explaining;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Messages;

/// <summary>Shows an interleaving as one column per request, in the order in which its steps ran.</summary>
internal sealed class InterleavingTable
{
    private const int ColumnWidth = 62;
    private const int NameWidth = 38;
    private const int ColumnCountMax = 2;
    private const int RowCountMax = 40;
    private const string Indent = "  ";
    private readonly IncidentRun _run;
    private readonly Func<string, bool> _isTestCode;
    private readonly List<InterleavingRow> _rows;
    private readonly List<int> _columns;
    private readonly RowNotes _notes;

    /// <summary>The table of this run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="isTestCode">Whether the type of this name is the test's own, such as a stub: its steps are not shown.</param>
    /// <param name="explanation">Why it fails, to be shown at the rows; null when that is not known.</param>
    public InterleavingTable(IncidentRun run, Func<string, bool> isTestCode, Explanation? explanation = null)
    {
        _notes = new RowNotes(explanation);
        _run = run;
        _isTestCode = isTestCode;
        _rows = InterleavingRow.Of(run.Result.Steps, isTestCode);
        IReadOnlyList<int> owners = [.. _rows.Select(static row => row.Request)];
        _columns = [.. Columns.Of(owners, ColumnCountMax)];
        Switches = Columns.Switches(owners);
    }

    /// <summary>How often control passed from one request to another.</summary>
    public int Switches { get; }

    /// <summary>The number of steps of recorded or local code, without those of the framework and of the test's stubs.</summary>
    public int StepCount => _rows.Count;

    /// <summary>The row at which the step of this number stands, or would stand if it were shown.</summary>
    /// <param name="step">1-based number of a step within the run.</param>
    public int RowOf(int step) => _rows.Count(row => row.End.Number < step) + 1;

    /// <summary>The row in which the step of this number is, or behind which it ran if it is not shown.</summary>
    /// <param name="step">1-based number of a step within the run.</param>
    public int RowHolding(int step) => Math.Max(1, _rows.Count(row => row.Begin.Number <= step));

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        Header(text);
        var rows = _rows.Index().Where(numbered => _columns.Contains(numbered.Item.Request)).ToList();
        foreach (var (index, row) in rows.Take(RowCountMax)) Row(text, index + 1, row);
        if (rows.Count > RowCountMax) text.AppendLine($"{Indent}… and {rows.Count - RowCountMax} more steps");
        var hidden = _run.Replay.Requests.Count(request => !_columns.Contains(request.Number));
        if (hidden > 0) text.AppendLine($"{Indent}… and {hidden} more {(hidden == 1 ? "request" : "requests")} of the incident, not shown");
        return text.ToString();
    }

    private void Header(StringBuilder text)
    {
        text.Append(Indent).Append("  #  ");
        var titles = _columns.Select(Title);
        text.AppendLine(string.Concat(titles.Select(static title => Fit(title))).TrimEnd());
    }

    // What no request started, such as work of the host, has a number and nothing else.
    private string Title(int column) =>
        _run.Replay.Requests.FirstOrDefault(request => request.Number == column) is { } request
            ? $"r{column}  {request.Method} {request.Path}{request.Query}"
            : $"r{column}";

    private void Row(StringBuilder text, int number, InterleavingRow row)
    {
        var start = $"{number,3}  ";
        foreach (var (line, note) in Lines(row).Select(static line => (line, "")).Concat(_notes.Of(row).Select(static noted => (At(noted.Line, noted.Place), noted.Note))))
        {
            var cells = _columns.Select(column => column == row.Request ? line : "|");
            text.AppendLine((Indent + start + string.Concat(cells.Select(static cell => Fit(cell))) + note).TrimEnd());
            start = "     ";
        }
    }

    private IEnumerable<string> Lines(InterleavingRow row)
    {
        var begun = row.Begin.Step.Site;
        yield return Beginning(row.Begin.Step);
        var awaits = row.Awaits.Where(site => !_isTestCode(site.DeclaringType)).ToList();
        // The arrival runs into several methods before the innermost suspends; a resumption only shows what it awaits next.
        for (var i = awaits.Count - 1; i >= 0; i--)
        {
            if (begun is null || i > 0 || SiteWords.Name(awaits[i]) != SiteWords.Name(begun)) yield return At("  " + SiteWords.Name(awaits[i]), SiteWords.Place(awaits[i]));
        }

        if (awaits.Count > 0) yield return $"  ... awaits {awaits[0].Awaited}".TrimEnd();
        if (IsLast(row) && _run.Replay.Responses.FirstOrDefault(response => response.Request.Number == row.Request) is { Status: > 0 } response)
            yield return $"  ... answers {response.Status}{(response.Request.Status is { } was && was != response.Status ? $" (production: {was})" : "")}";
    }

    private static string Beginning(StepDescription step) => step switch
    {
        { Site: { } resumed } => At(SiteWords.Name(resumed) + " resumes", SiteWords.Place(resumed)),
        { Kind: StepKind.Call, Call: { } call } => At($"{SiteWords.Name(call)} goes on at {call.What}", SiteWords.Place(call)),
        { Kind: StepKind.Start, Call: { } call } => At($"{call.What} starts", SiteWords.Place(call)),
        { Kind: StepKind.Timer } => "timer",
        _ => "arrives",
    };

    private bool IsLast(InterleavingRow row) => _rows.FindLast(other => other.Request == row.Request) == row;

    private static string At(string name, string place) => place.Length == 0 ? name : name.PadRight(NameWidth) + place;

    private static string Fit(string cell) =>
        cell.Length < ColumnWidth ? cell.PadRight(ColumnWidth) : string.Concat(cell.AsSpan(0, ColumnWidth - 2), "… ");
}
