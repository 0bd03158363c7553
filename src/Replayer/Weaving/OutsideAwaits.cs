using Mono.Cecil;
using ReplayKit.Replayer.Weaving.Memory;

namespace ReplayKit.Replayer.Weaving;

/// <summary>Knows the awaits of what a socket or a stream does: when that is over is not decided in the process.</summary>
internal static class OutsideAwaits
{
    private const string Sockets = "System.Net.Sockets";
    private const string SocketArguments = "System.Net.Sockets.SocketAsyncEventArgs";
    private const string Stream = "System.IO.Stream";

    /// <summary>Whether an await is one.</summary>
    /// <param name="awaiter">Its awaiter: what a socket calls back may be one.</param>
    /// <param name="awaited">The call whose result is awaited; null when the code does not tell.</param>
    public static bool Contains(TypeReference awaiter, MethodReference? awaited) =>
        IsA(awaiter, SocketArguments) || (awaited is not null && (awaited.DeclaringType.Namespace == Sockets || IsA(awaited.DeclaringType, Stream)));

    private static bool IsA(TypeReference type, string name)
    {
        for (var current = type; current is { IsGenericParameter: false, IsArray: false }; current = Resolution.Of(current)?.BaseType)
        {
            if (current.FullName == name) return true;
            if (current.IsValueType) return false;
        }

        return false;
    }
}
