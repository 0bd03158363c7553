using System.Collections.Immutable;
using System.Text;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Messages;

/// <summary>Shows the interleaving of a schedule: one column per operation, in the order in which the steps ran.</summary>
internal sealed class ScheduleTable
{
    private const int TableWidth = 150;
    private const int ColumnWidthMax = 62;
    private const int ColumnCountMax = 4;
    private const int RowCountMax = 40;
    private const string Indent = "  ";
    private const string Gap = "  ";
    private readonly ImmutableArray<ReplayedStep> _steps;
    private readonly List<ReplayedStep> _shown;
    private readonly List<int> _columns;
    private readonly int _width;

    public ScheduleTable(ImmutableArray<ReplayedStep> steps)
    {
        _steps = steps;
        _shown = [.. steps.Where(static step => step.Step.Kind != StepKind.Posted)];
        _columns = [.. Columns.Of([.. _shown.Select(static step => step.Step.Operation)], ColumnCountMax)];
        _width = Math.Min(ColumnWidthMax, TableWidth / Math.Max(1, _columns.Count));
    }

    /// <summary>How many operations took steps.</summary>
    public int OperationCount => _steps.Select(static step => step.Step.Operation).Distinct().Count();

    /// <summary>How often control passed from one operation to another.</summary>
    public int Switches => Columns.Switches([.. _steps.Select(static step => step.Step.Operation)]);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Indent).Append("  #  ").AppendLine(string.Concat(_columns.Select(column => Fit(Title(column), ""))).TrimEnd());
        var rows = _shown.Where(step => _columns.Contains(step.Step.Operation)).ToList();
        // What failed stands at the end.
        if (rows.Count > RowCountMax) text.AppendLine($"{Indent}… {rows.Count - RowCountMax} steps before these");
        foreach (var step in rows.TakeLast(RowCountMax)) Row(text, step);
        var hidden = OperationCount - _columns.Count;
        if (hidden > 0) text.AppendLine($"{Indent}… and {Counted.Of(hidden, "more operation")}, not shown");
        return text.ToString();
    }

    private string Title(int operation)
    {
        if (operation == _steps[0].Step.Operation) return $"r{operation}  the test's body";
        var own = _steps.Where(step => step.Step.Operation == operation).ToList();
        if (own[0].Step.Call is { DeclaringType.Length: 0, What.Length: > 0 } named) return $"r{operation}  {named.What}";
        var name = own.Select(NameOf).FirstOrDefault(static name => name.Length > 0) ?? "";
        return $"r{operation}  {name}".TrimEnd();
    }

    // The method that runs at the bottom of the step, as far as it shows.
    private static string NameOf(ReplayedStep step) =>
        step.Awaits.Length > 0 ? SiteWords.Name(step.Awaits[^1])
        : step.Step.Kind == StepKind.Call && step.Step.Call is { } call ? SiteWords.Name(call)
        : "";

    private void Row(StringBuilder text, ReplayedStep step)
    {
        var number = $"{step.Number,3}  ";
        foreach (var (what, place) in Lines(step))
        {
            var cells = _columns.Select(column => column == step.Step.Operation ? Fit(what, place) : Fit("|", ""));
            text.AppendLine((Indent + number + string.Concat(cells)).TrimEnd());
            number = "     ";
        }
    }

    private static IEnumerable<(string What, string Place)> Lines(ReplayedStep replayed)
    {
        var step = replayed.Step;
        yield return step switch
        {
            { Site: { } site } => (site.Method + " resumes", SiteWords.Place(site)),
            { Kind: StepKind.Call, Call: { } call } => ($"{call.Method}  {call.What}", SiteWords.Place(call)),
            { Kind: StepKind.Timer } => ("timer", ""),
            { Kind: StepKind.Start, Call: { DeclaringType.Length: > 0 } call } => ($"starts ({call.What})", SiteWords.Place(call)),
            _ => ("begins", ""),
        };
        if (replayed.Awaits.IsEmpty) yield break;
        var innermost = replayed.Awaits[0];
        yield return ($"  ... awaits {innermost.Awaited}".TrimEnd(), SiteWords.Place(innermost));
    }

    private string Fit(string what, string place)
    {
        var room = _width - Gap.Length - place.Length;
        return (what.Length <= room ? what.PadRight(room) : string.Concat(what.AsSpan(0, Math.Max(0, room - 1)), "…")) + place + Gap;
    }
}
