using System.Text;
using ReplayKit.Replayer.Explaining;

namespace ReplayKit.Messages;

/// <summary>Says in sentences why a run failed.</summary>
/// <param name="explanation">The explanation.</param>
/// <param name="rowOf">The row of the table at which a step stands.</param>
internal sealed class ExplanationWords(Explanation explanation, Func<int, int> rowOf)
{
    private const string Indent = "  ";

    public string Text
    {
        get
        {
            var text = new StringBuilder(Indent).AppendLine($"Why ({Counted.Of(explanation.Replays, "more replay")}):");
            foreach (var line in Lines()) text.Append(Indent).Append(Indent).AppendLine(line);
            return text.ToString();
        }
    }

    public static string Verb(ExplainedAccess access, TouchedKind kind) => kind == TouchedKind.Lock ? "takes" : access.IsWrite ? "writes" : "reads";

    private IEnumerable<string> Lines()
    {
        switch (explanation.Kind)
        {
            case ExplanationKind.AnyOrder:
                yield return "It is not the order: the test fails as well when the requests run one after the other.";
                yield break;
            case ExplanationKind.NotRepeated:
                yield return "The same order did not fail again: something that is not under control takes part.";
                yield break;
            case ExplanationKind.NotFinished:
                yield return "There were not enough replays, or there was not enough time, to find out.";
                yield break;
        }

        if (explanation.Conflict is { } conflict)
        {
            yield return $"Conflict on {conflict.Name}: r{conflict.First.Request} {Verb(conflict.First, conflict.Kind)} it at {Place(conflict.First)}"
                + $" before r{conflict.Second.Request} {Verb(conflict.Second, conflict.Kind)} it at {Place(conflict.Second)}.";
        }
        else yield return "The requests touch nothing that is seen in an order that matters: what they share lies outside woven code.";

        if (explanation.Flip is { } flip) yield return $"The decision: {Words(flip.Before)} before {Words(flip.After)}. The other way round the test does not fail so.";
        if (explanation.Unavoidable is { } step) yield return $"Unavoidable{(step.Step == 0 ? "" : $" since step {rowOf(step.Step)}")}: whichever request runs on behind it, the test fails.";
        if (!explanation.IsComplete) yield return "There were not enough replays, or there was not enough time, for the rest.";
    }

    private string Words(ExplainedStep step) => step.Step == 0 ? step.What : $"step {rowOf(step.Step)} ({step.What}{(step.Line > 0 ? $", {step.File}:{step.Line}" : "")})";

    private string Place(ExplainedAccess access)
    {
        var place = access.Line > 0 ? $"{access.File}:{access.Line}" : access.Method;
        return access.Step == 0 ? place : $"{place} (step {rowOf(access.Step)})";
    }
}
