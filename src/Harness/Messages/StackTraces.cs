using System.Collections.Immutable;
using System.Diagnostics;

namespace ReplayKit.Messages;

/// <summary>Shows of a stack what is the user's.</summary>
internal static class StackTraces
{
    private static readonly ImmutableArray<string> HiddenPrefixes = ["ReplayKit.", "NUnit.", "System.", "Microsoft."];

    /// <summary>The frames of the user's own code, innermost first; null when there are none.</summary>
    public static string? UserFrames(Exception exception)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(IsUsers).Select(Describe).ToList();
        return frames.Count == 0 ? null : string.Join(Environment.NewLine, frames);
    }

    /// <summary>Where the user's own code failed, as <c>File.cs:24</c>; empty when unknown.</summary>
    public static string Location(Exception exception)
    {
        var frame = Array.Find(new StackTrace(exception, fNeedFileInfo: true).GetFrames(), static frame => IsUsers(frame) && frame.GetFileName() is not null);
        return frame is null ? "" : $"{Path.GetFileName(frame.GetFileName())}:{frame.GetFileLineNumber()}";
    }

    private static bool IsUsers(StackFrame frame) =>
        frame.GetMethod()?.DeclaringType?.FullName is { } type
        && !HiddenPrefixes.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal));

    private static string Describe(StackFrame frame)
    {
        var method = frame.GetMethod()!;
        var where = frame.GetFileName() is { } file ? $" in {file}:line {frame.GetFileLineNumber()}" : "";
        return $"   at {method.DeclaringType!.FullName}.{method.Name}(){where}";
    }
}
