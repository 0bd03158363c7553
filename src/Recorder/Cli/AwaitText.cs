using System.Collections.Immutable;
using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Cli;

/// <summary>
/// Prints the await graph of one request as trees. What framework tasks await among themselves is folded into a count; the JSON document has it all.
/// </summary>
internal sealed class AwaitText
{
    private readonly RecordingView _view;
    private readonly RecordedRequest _request;
    private readonly Terminal _terminal;
    private readonly ImmutableArray<AwaitNode> _roots;
    private readonly bool _mayFold;

    /// <summary>Prepares to print.</summary>
    /// <param name="view">The recording.</param>
    /// <param name="request">One of its requests.</param>
    /// <param name="terminal">Where to.</param>
    internal AwaitText(RecordingView view, RecordedRequest request, Terminal terminal)
    {
        _view = view;
        _request = request;
        _terminal = terminal;
        _roots = AwaitTree.Build(view, request.Number);
        _mayFold = _roots.Any(HoldsOwn);
    }

    /// <summary>Whether there is nothing to print.</summary>
    internal bool IsEmpty => _roots.IsEmpty;

    /// <summary>Prints the trees.</summary>
    internal void Write()
    {
        var folded = _mayFold ? _roots.Where(root => !HoldsOwn(root)).ToArray() : [];
        foreach (var root in _roots.Where(root => !folded.Contains(root)))
        {
            _terminal.WriteLine($"  {NodeText(root)}");
            WriteChildren(root.Awaited, "  ");
        }

        if (folded.Length > 0) _terminal.WriteLine($"  ({CompletenessText.Count(folded.Sum(Count), "task")} of the framework, awaited by none of these)");
    }

    private void WriteChildren(ImmutableArray<AwaitNode> nodes, string indent)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            var isLast = i == nodes.Length - 1;
            var isFolded = _mayFold && !HoldsOwn(nodes[i]) && !nodes[i].Awaited.IsEmpty;
            var more = isFolded ? $"  ({CompletenessText.Count(Count(nodes[i]) - 1, "task")} of the framework below)" : "";
            _terminal.WriteLine($"{indent}{(isLast ? "└─ " : "├─ ")}{NodeText(nodes[i])}{more}");
            if (!isFolded) WriteChildren(nodes[i].Awaited, indent + (isLast ? "   " : "│  "));
        }
    }

    private string NodeText(AwaitNode node)
    {
        var name = node.Name.Length > 0 ? _view.Names.Readable(node.Name) : "(unnamed task)";
        var when = node.AwaitedNs is { } ns ? $"  {DurationText.FormatFine(ns - _request.StartNs)}" : "";
        var owner = node.Request is { } number && number != _request.Number ? $"  run by {RequestText.Name(number)}" : "";
        return $"{name}{when}{owner}{(node.IsShownBefore ? "  (shown above)" : "")}";
    }

    private bool HoldsOwn(AwaitNode node) => _view.Names.IsOwn(node.Name) || node.Awaited.Any(HoldsOwn);

    private static int Count(AwaitNode node) => 1 + node.Awaited.Sum(Count);
}
