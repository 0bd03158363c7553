using System.Diagnostics;
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
            if (frame.GetMethod() is { DeclaringType: { } type } method && type.Assembly.IsDefined(typeof(WovenAttribute), inherit: false)) return Of(frame, method, type);
        }

        return CodeSite.Unknown;
    }

    // An async method runs as MoveNext of a type that the compiler made for it, inside the method's own.
    private static CodeSite Of(StackFrame frame, MethodBase method, Type type)
    {
        var (declaring, name) = method.Name == nameof(IAsyncStateMachine.MoveNext) && type.DeclaringType is { } outer
            ? (outer, StateMachineName.Readable(type.Name))
            : (type, StateMachineName.Readable($"<{method.Name}>d"));
        return new CodeSite(declaring.FullName ?? declaring.Name, name, "", frame.GetFileName() ?? "", frame.GetFileLineNumber());
    }
}
