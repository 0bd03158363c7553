using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Messages;

/// <summary>Shows of a stack what is the user's.</summary>
internal static class StackTraces
{
    private static readonly ImmutableArray<string> HiddenPrefixes = ["ReplayKit.", "NUnit.", "System.", "Microsoft."];

    /// <summary>The frames of the user's own code, innermost first; null when there are none.</summary>
    public static string? UserFrames(Exception exception)
    {
        var frames = new List<string>();
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(IsUsers).Select(Describe))
        {
            // An exception that passes a finally of an async method is thrown again there, and the frame stands twice.
            if (frames.Count == 0 || frames[^1] != frame) frames.Add(frame);
        }

        return frames.Count == 0 ? null : string.Join(Environment.NewLine, frames);
    }

    /// <summary>Where the user's own code failed, as <c>File.cs:24</c>; empty when unknown.</summary>
    public static string Location(Exception exception)
    {
        var frame = Array.Find(new StackTrace(exception, fNeedFileInfo: true).GetFrames(), static frame => IsUsers(frame) && frame.GetFileName() is not null);
        return frame is null ? "" : $"{Path.GetFileName(frame.GetFileName())}:{frame.GetFileLineNumber()}";
    }

    /// <summary>Whether a line of a message is no frame of a stack, or one of the user's own code. NUnit puts frames into the message of several failures.</summary>
    public static bool IsUsersOrNoFrame(string line)
    {
        const string at = "at ";
        return !line.StartsWith(at, StringComparison.Ordinal) || !line.Contains('(') || IsUsers(line[at.Length..]);
    }

    private static bool IsUsers(StackFrame frame) => frame.GetMethod()?.DeclaringType?.FullName is { } type && IsUsers(type);

    private static bool IsUsers(string name) => !HiddenPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static string Describe(StackFrame frame)
    {
        var method = frame.GetMethod()!;
        var where = frame.GetFileName() is { } file ? $" in {file}:line {frame.GetFileLineNumber()}" : "";
        return $"   at {NameOf(method)}(){where}";
    }

    // An async method runs as MoveNext of a type that the compiler made for it, inside the method's own.
    private static string NameOf(MethodBase method)
    {
        var type = method.DeclaringType!;
        return method.Name == nameof(IAsyncStateMachine.MoveNext) && type.DeclaringType is { } outer
            ? $"{outer.FullName}.{StateMachineName.Readable(type.Name)}"
            : $"{type.FullName}.{method.Name}";
    }
}
