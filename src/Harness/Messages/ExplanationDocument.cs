using System.Collections.Immutable;
using ReplayKit.Replayer.Explaining;

namespace ReplayKit.Messages;

/// <summary>An explanation as it is written. Members may be added within a version of the schema.</summary>
internal sealed class ExplanationDocument(Explanation explanation)
{
    public string Schema { get; } = "replaykit.explanation/1";

    public ExplanationKind Kind => explanation.Kind;

    public ExplainedFlip? Flip => explanation.Flip;

    public ExplainedConflict? Conflict => explanation.Conflict;

    public ImmutableArray<ExplainedAccess> Touches => explanation.Touches;

    public ExplainedStep? Unavoidable => explanation.Unavoidable;

    public int Replays => explanation.Replays;

    public bool IsComplete => explanation.IsComplete;
}
