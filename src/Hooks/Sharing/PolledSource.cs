using System.Threading.Tasks.Sources;

namespace ReplayKit.Hooks;

/// <summary>Stands in front of a framework's value task that woven code gets: it is asked whether it is over, and calls back as a step of the run.</summary>
/// <remarks>
/// The framework completes such tasks on the thread pool where somebody registered with them. Here nobody does: a continuation of code that is
/// not woven (<see cref="ValueTask{TResult}.AsTask"/> has one) is suspended like a woven method.
/// </remarks>
internal abstract class PolledSource
{
    private static readonly CodeSite Nowhere = CodeSite.Unknown;

    /// <summary>The call that the value task came from, in the form of <see cref="CodeSite"/>.</summary>
    protected abstract string Site { get; }

    protected abstract bool IsOver { get; }

    protected abstract bool IsFailed { get; }

    protected abstract bool IsCancelled { get; }

    public ValueTaskSourceStatus GetStatus(short token) =>
        !IsOver ? ValueTaskSourceStatus.Pending
        : IsCancelled ? ValueTaskSourceStatus.Canceled
        : IsFailed ? ValueTaskSourceStatus.Faulted
        : ValueTaskSourceStatus.Succeeded;

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        if (Control.Current is not { } control)
        {
            Forward(() => continuation(state));
            return;
        }

        var keepsContext = (flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != 0;
        var site = Site.Length == 0 ? Nowhere.ToString() : Site;
        control.Suspend(new PolledPending(this), () => Run(continuation, state, keepsContext), Awaiting.SiteOf(site, "its completion"));
    }

    /// <summary>Whether the task behind is over, for what waits here.</summary>
    internal bool IsCompleted => IsOver;

    /// <summary>Registers with the task behind.</summary>
    internal abstract void Forward(Action continuation);

    private static void Run(Action<object?> continuation, object? state, bool keepsContext)
    {
        var context = keepsContext ? null : CompletionHooks.Enter();
        try
        {
            continuation(state);
        }
        finally
        {
            CompletionHooks.Exit(context);
        }
    }
}
