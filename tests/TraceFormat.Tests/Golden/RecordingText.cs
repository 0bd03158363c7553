using System.Globalization;
using System.Text;
using ReplayKit.TraceFormat.Model;

namespace TraceFormat.Tests.Golden;

/// <summary>A recording as text, with every member of it: two recordings are equal when their texts are.</summary>
public static class RecordingText
{
    public static string Of(Recording recording)
    {
        var text = new StringBuilder();
        AddHeader(text, recording.Header);
        foreach (var e in recording.Events)
        {
            var fields = e.Fields.IsDefaultOrEmpty ? "" : string.Concat(e.Fields.Select(static field => $" {Quoted(field.Name)}={Quoted(field.Value)}"));
            Line(text, $"{e.TimeNs} {e.Kind} thread={e.ThreadId} task={e.TaskId} related={e.RelatedTaskId} number={e.Number} text={Quoted(e.Text)}{fields}");
        }

        AddFooter(text, recording.Footer);
        return text.ToString();
    }

    private static void AddHeader(StringBuilder text, RecordingHeader header)
    {
        var process = header.Process;
        Line(text, $"tool {Quoted(header.ToolVersion)}");
        Line(text, $"start {header.StartUtc:O}");
        Line(text, $"process {process.ProcessId} {Quoted(process.Name)} {Quoted(process.RuntimeVersion)} {Quoted(process.OperatingSystem)} {Quoted(process.Architecture)} {process.ProcessorCount}");
        foreach (var assembly in header.Assemblies) Line(text, $"assembly {Quoted(assembly.Name)} {Quoted(assembly.Version)} {assembly.Mvid:N} framework={assembly.IsFramework}");
        foreach (var name in header.Redacted) Line(text, $"redacted {Quoted(name)}");
    }

    private static void AddFooter(StringBuilder text, RecordingFooter footer)
    {
        var completeness = footer.Completeness;
        Line(text, $"duration {footer.DurationNs}");
        Line(text, $"kept {completeness.EventsKept} lost {completeness.EventsLost} cutShort={completeness.IsCutShort}");
        foreach (var unknown in completeness.Unknown) Line(text, $"unknown {Quoted(unknown.Name)} {unknown.Count}");
        foreach (var lost in completeness.Losses) Line(text, $"loss thread={lost.ThreadId} from={lost.FromNs} to={lost.ToNs} count={lost.Count}");
        foreach (var method in footer.AsyncMethods)
            Line(text, $"method {Quoted(method.RecordedName)} {Quoted(method.Assembly)} {Quoted(method.DeclaringType)} {Quoted(method.Method)} framework={method.IsFramework}");
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    // Anything but printable ASCII by its number, so that no text can hide what it is.
    private static string Quoted(string? text)
    {
        if (text is null) return "null";
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is >= ' ' and <= '~' and not '"' and not '\\') quoted.Append(c);
            else quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return quoted.Append('"').ToString();
    }
}
