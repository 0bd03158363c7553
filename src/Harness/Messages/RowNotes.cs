using ReplayKit.Replayer.Explaining;

namespace ReplayKit.Messages;

/// <summary>What an explanation says at the rows of an interleaving.</summary>
/// <param name="explanation">The explanation; null for none.</param>
internal sealed class RowNotes(Explanation? explanation)
{
    private const string Arrow = "<- ";

    /// <summary>Lines to put below a row: what it touches, where, and what is to be said of that.</summary>
    public IEnumerable<(string Line, string Place, string Note)> Of(InterleavingRow row)
    {
        if (explanation is null) yield break;
        if (explanation.Conflict is { } conflict)
        {
            foreach (var touch in explanation.Touches.Where(touch => touch.Request == row.Request && IsIn(row, touch.Step)).Distinct())
            {
                var note = touch == conflict.First ? $"{Arrow}conflict: {conflict.Name}" : touch == conflict.Second ? $"{Arrow}too late" : "";
                yield return ($"    {ExplanationWords.Verb(touch, conflict.Kind)} {conflict.Name}", touch.Line > 0 ? $"  {touch.File}:{touch.Line}" : "", note);
            }
        }

        if (explanation.Unavoidable is { } step && IsIn(row, step.Step)) yield return ("", "", $"{Arrow}unavoidable from here on");
    }

    private static bool IsIn(InterleavingRow row, int step) => row.Begin.Number <= step && step <= row.End.Number;
}
