using System.Globalization;
using System.Text;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>One event as one line.</summary>
public static class EventText
{
    private const int KindWidth = 16;

    /// <summary>The line: index, time, thread, kind, and what the kind carries.</summary>
    /// <param name="index">The event's place in the total order.</param>
    /// <param name="recorded">The event.</param>
    public static string Line(int index, in RecordedEvent recorded)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{index,8}  {recorded.TimeNs / 1e6,14:0.000000} ms  {recorded.ThreadId,8}  ");
        line.Append($"{recorded.Kind}".PadRight(KindWidth));
        if (recorded.TaskId != 0) line.Append(CultureInfo.InvariantCulture, $"  task={recorded.TaskId}");
        if (recorded.RelatedTaskId != 0) line.Append(CultureInfo.InvariantCulture, $"  related={recorded.RelatedTaskId}");
        if (recorded.Number != 0) line.Append(CultureInfo.InvariantCulture, $"  number={recorded.Number}");
        if (recorded.Text is not null) line.Append("  ").Append(recorded.Text);
        if (!recorded.Fields.IsDefaultOrEmpty)
        {
            foreach (var field in recorded.Fields) line.Append("  ").Append(field.Name).Append('=').Append(field.Value);
        }

        return line.ToString();
    }
}
