using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using ReplayKit.Hooks;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Control;

/// <summary>Finds the place of woven code on whose behalf code that is not woven runs.</summary>
internal static class CallerSites
{
    /// <summary>The innermost woven frame of the calling stack; <see cref="CodeSite.Unknown"/> when there is none.</summary>
    public static CodeSite Find()
    {
        foreach (var frame in new StackTrace(fNeedFileInfo: true).GetFrames())
        {
            if (IsWoven(frame, out var method, out var type)) return Of(frame, method, type);
        }

        return CodeSite.Unknown;
    }

    /// <summary>Readable name of the method of a frame; null when it is not woven.</summary>
    public static string? MethodOf(StackFrame frame) => IsWoven(frame, out var method, out var type) ? NameOf(method, type).Name : null;

    private static bool IsWoven(StackFrame frame, [NotNullWhen(true)] out MethodBase? method, [NotNullWhen(true)] out Type? type)
    {
        (method, type) = (frame.GetMethod(), frame.GetMethod()?.DeclaringType);
        return method is not null && type is not null && type.Assembly.IsDefined(typeof(WovenAttribute), inherit: false);
    }

    // An async method runs as MoveNext of a type that the compiler made for it, inside the method's own.
    private static (Type Declaring, string Name) NameOf(MethodBase method, Type type) => method.Name == nameof(IAsyncStateMachine.MoveNext) && type.DeclaringType is { } outer
        ? (outer, StateMachineName.Readable(type.Name))
        : (type, StateMachineName.Readable($"<{method.Name}>d"));

    private static CodeSite Of(StackFrame frame, MethodBase method, Type type)
    {
        var (declaring, name) = NameOf(method, type);
        return new CodeSite(declaring.FullName ?? declaring.Name, name, "", frame.GetFileName() ?? "", frame.GetFileLineNumber());
    }
}
