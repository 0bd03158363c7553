using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Lock.Scope"/>.</summary>
public static class LockScopeHooks
{
    /// <summary>In place of <see cref="Lock.Scope.Dispose"/>.</summary>
    public static void Dispose(ref Lock.Scope scope)
    {
        if (LockOf(ref scope) is { } gate) LockHooks.GiveBack(gate);
        scope.Dispose();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lockObj")]
    private static extern ref Lock? LockOf(ref Lock.Scope scope);
}
