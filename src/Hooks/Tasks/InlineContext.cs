using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>Has a callback of a control's own called where what it waits for completes: without a context that could be done by the thread pool, which counts as work that left control.</summary>
/// <remarks>For callbacks alone that run nothing of the program's.</remarks>
internal sealed class InlineContext : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => d(state);

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Whether this, of what continues a task, is such a callback.</summary>
    public static bool Has(object? continuation) => continuation?.GetType().Name == "SynchronizationContextAwaitTaskContinuation" && ContextOf(continuation) is InlineContext;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_syncContext")]
    private static extern ref SynchronizationContext ContextOf(
        [UnsafeAccessorType("System.Threading.Tasks.SynchronizationContextAwaitTaskContinuation, System.Private.CoreLib")] object continuation);
}
