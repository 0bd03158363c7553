using System.Runtime.CompilerServices;

namespace ReplayKit.Replayer.Execution;

/// <summary>A state machine's box of a pooled builder: it serves one invocation after the other, and counts them.</summary>
internal static class PooledMachine
{
    private const string Count = "Version";

    /// <summary>Whether it is one.</summary>
    public static bool Is(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.DeclaringType is { } builder && (builder == typeof(PoolingAsyncValueTaskMethodBuilder<>) || builder == typeof(PoolingAsyncValueTaskMethodBuilder))) return true;
        }

        return false;
    }

    /// <summary>Which invocation it serves now.</summary>
    public static short UseOf(object machine) => machine.GetType().GetProperty(Count)?.GetValue(machine) is short use ? use : (short)0;
}
