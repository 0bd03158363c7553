using System.Collections.Immutable;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Cli;

/// <summary>
/// Prints the steps of one request. Neighbouring steps of the framework become one line: a reader looks for his own code, and most of what a request
/// resumes is not. The JSON document has them all.
/// </summary>
internal sealed class StepTable
{
    private readonly RecordingView _view;
    private readonly RecordedRequest _request;
    private readonly Terminal _terminal;

    /// <summary>Prepares to print.</summary>
    /// <param name="view">The recording.</param>
    /// <param name="request">One of its requests.</param>
    /// <param name="terminal">Where to.</param>
    internal StepTable(RecordingView view, RecordedRequest request, Terminal terminal)
    {
        _view = view;
        _request = request;
        _terminal = terminal;
    }

    /// <summary>Prints the table.</summary>
    internal void Write()
    {
        var table = new TextTable(
            new("begins", IsRightAligned: true), new("runs", IsRightAligned: true), new("thread", IsRightAligned: true), new("step", IsFlexible: true));
        foreach (var group in Groups(_view.StepsOf(_request.Number)))
        {
            var first = group[0];
            var text = group.Length == 1 ? StepText(first) : $"({group.Length} framework steps, the last {_view.Names.Readable(group[^1].Method)})";
            var runsNs = group.Sum(static step => step.EndNs - step.BeginNs);
            table.Add(DurationText.FormatFine(first.BeginNs - _request.StartNs), DurationText.Format(runsNs), Threads(group), text);
        }

        table.Write(_terminal, indent: 2);
    }

    // A recording whose names nobody could resolve knows no code of the service: nothing is folded then.
    private List<ImmutableArray<RecordedStep>> Groups(ImmutableArray<RecordedStep> steps)
    {
        var mayFold = steps.Any(step => _view.Names.IsOwn(step.Method));
        var groups = new List<ImmutableArray<RecordedStep>>();
        var folded = ImmutableArray.CreateBuilder<RecordedStep>();
        foreach (var step in steps)
        {
            if (mayFold && _view.Names.IsFramework(step.Method))
            {
                folded.Add(step);
                continue;
            }

            if (folded.Count > 0) groups.Add(folded.DrainToImmutable());
            groups.Add([step]);
        }

        if (folded.Count > 0) groups.Add(folded.DrainToImmutable());
        return groups;
    }

    private string StepText(RecordedStep step)
    {
        if (step.IsArrival) return "arrives";
        var invocation = step.Invocation > 1 ? $", call {step.Invocation}," : "";
        var awaited = step.Awaited.Length > 0 ? $" after {_view.Names.Readable(step.Awaited)}" : "";
        return $"{_view.Names.Readable(step.Method)}{invocation} resumes{awaited}";
    }

    private static string Threads(ImmutableArray<RecordedStep> group)
    {
        var threads = group.Select(static step => step.ThreadId).Distinct().ToArray();
        return threads.Length == 1 ? $"{threads[0]}" : $"{threads.Length} threads";
    }
}
