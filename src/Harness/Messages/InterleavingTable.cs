using System.Text;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Outcome;
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
    private readonly Func<AwaitSite, bool> _isTestCode;
    private readonly List<ReplayedStep> _shown;
    private readonly List<int> _columns;

    /// <summary>The table of this run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="isTestCode">Whether an await stands in the test's own code, such as a stub: it is not shown.</param>
    public InterleavingTable(IncidentRun run, Func<AwaitSite, bool> isTestCode)
    {
        _run = run;
        _isTestCode = isTestCode;
        _shown = [.. run.Result.Steps.Where(IsShown)];
        _columns = [.. Columns(_shown)];
    }

    /// <summary>How often control passed from one request to another.</summary>
    public int Switches => _shown.Zip(_shown.Skip(1)).Count(static pair => pair.First.Step.Operation != pair.Second.Step.Operation);

    /// <summary>The number of steps of recorded or local code, without those of the framework and of the test's stubs.</summary>
    public int StepCount => _shown.Count;

    /// <summary>The row at which the step of this number stands, or would stand if it were shown.</summary>
    /// <param name="step">1-based number of a step within the run.</param>
    public int RowOf(int step) => _shown.Count(other => other.Number < step) + 1;

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        Header(text);
        var rows = _shown.Where(step => _columns.Contains(step.Step.Operation)).ToList();
        foreach (var step in rows.Take(RowCountMax)) Row(text, RowOf(step.Number), step);
        if (rows.Count > RowCountMax) text.AppendLine($"{Indent}… and {rows.Count - RowCountMax} more steps");
        var hidden = _run.Replay.Requests.Count - _columns.Count;
        if (hidden > 0) text.AppendLine($"{Indent}… and {hidden} more {(hidden == 1 ? "request" : "requests")} of the incident, not shown");
        return text.ToString();
    }

    private bool IsShown(ReplayedStep step) =>
        step.PlanIndex is not null || step.Step.Kind == StepKind.Timer || (step.Step.Site is { } site && !_isTestCode(site));

    // The requests that control passed to and from most often; the earlier one on the left.
    private static IEnumerable<int> Columns(List<ReplayedStep> steps)
    {
        var switches = steps.Zip(steps.Skip(1))
            .Where(static pair => pair.First.Step.Operation != pair.Second.Step.Operation)
            .SelectMany(static pair => new[] { pair.First.Step.Operation, pair.Second.Step.Operation })
            .ToLookup(static operation => operation);
        return steps.Select(static step => step.Step.Operation).Distinct()
            .OrderByDescending(operation => switches[operation].Count()).ThenBy(static operation => operation)
            .Take(ColumnCountMax).Order();
    }

    private void Header(StringBuilder text)
    {
        text.Append(Indent).Append("  #  ");
        var titles = _columns.Select(column => _run.Replay.Requests.First(request => request.Number == column))
            .Select(static request => $"r{request.Number}  {request.Method} {request.Path}{request.Query}");
        text.AppendLine(string.Concat(titles.Select(static title => Fit(title))).TrimEnd());
    }

    private void Row(StringBuilder text, int row, ReplayedStep step)
    {
        var number = $"{row,3}  ";
        foreach (var line in Lines(step))
        {
            var cells = _columns.Select(column => column == step.Step.Operation ? line : "|");
            text.AppendLine((Indent + number + string.Concat(cells.Select(static cell => Fit(cell)))).TrimEnd());
            number = "     ";
        }
    }

    private IEnumerable<string> Lines(ReplayedStep step)
    {
        yield return step.Step.Site is { } resumed ? At(Name(resumed) + " resumes", resumed) : step.Step.Kind == StepKind.Timer ? "timer" : "arrives";
        var awaits = step.Awaits.Where(site => !_isTestCode(site)).ToList();
        // The arrival runs into several methods before the innermost suspends; a resumption only shows what it awaits next.
        for (var i = awaits.Count - 1; i >= 0; i--)
        {
            if (step.Step.Site is null || i > 0 || Name(awaits[i]) != Name(step.Step.Site)) yield return At("  " + Name(awaits[i]), awaits[i]);
        }

        if (awaits.Count > 0) yield return awaits[0].Awaited.Length > 0 ? $"  ... awaits {awaits[0].Awaited}" : "  ... awaits";
        if (IsLast(step) && _run.Replay.Responses.FirstOrDefault(response => response.Request.Number == step.Step.Operation) is { Status: > 0 } response)
            yield return $"  ... answers {response.Status}{(response.Request.Status is { } was && was != response.Status ? $" (production: {was})" : "")}";
    }

    private bool IsLast(ReplayedStep step) => _shown.FindLast(other => other.Step.Operation == step.Step.Operation) == step;

    private static string Name(AwaitSite site)
    {
        var type = site.DeclaringType[(site.DeclaringType.LastIndexOf('.') + 1)..];
        return site.Method == type ? type : $"{type}.{site.Method}";
    }

    private static string At(string name, AwaitSite site) =>
        site.Line == 0 ? name : $"{name,-NameWidth}  {Path.GetFileName(site.File)}:{site.Line}";

    private static string Fit(string cell) =>
        cell.Length < ColumnWidth ? cell.PadRight(ColumnWidth) : string.Concat(cell.AsSpan(0, ColumnWidth - 2), "… ");
}
