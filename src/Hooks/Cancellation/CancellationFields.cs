using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>What the runtime's cancellation keeps to itself.</summary>
internal static class CancellationFields
{
    /// <summary>The timer that cancels the source; null when it has none.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_timer")]
    public static extern ref ITimer? TimerOf(CancellationTokenSource source);

    /// <summary>The source of a token; null when nothing cancels it.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_source")]
    public static extern ref CancellationTokenSource? SourceOf(ref CancellationToken token);

    public static bool IsDisposed(CancellationTokenSource source) => DisposedOf(source);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_disposed")]
    private static extern ref bool DisposedOf(CancellationTokenSource source);
}
