using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>Stands in for an awaiter when an async method suspends: hands the continuation to the control, or, outside control, to the awaiter itself.</summary>
public readonly struct HookAwaiter : ICriticalNotifyCompletion, IEquatable<HookAwaiter>
{
    private readonly PendingAwait _pending;
    private readonly IControl? _control;
    private readonly string _site;

    internal HookAwaiter(PendingAwait pending, IControl? control, string site)
    {
        _pending = pending;
        _control = control;
        _site = site;
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => HandOver(continuation, flowsContext: true);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => HandOver(continuation, flowsContext: false);

    /// <inheritdoc/>
    public bool Equals(HookAwaiter other) => ReferenceEquals(_pending, other._pending);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HookAwaiter other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(_pending);

    /// <summary>Whether both stand for the same suspension.</summary>
    public static bool operator ==(HookAwaiter left, HookAwaiter right) => left.Equals(right);

    /// <summary>Whether they stand for different suspensions.</summary>
    public static bool operator !=(HookAwaiter left, HookAwaiter right) => !left.Equals(right);

    private void HandOver(Action continuation, bool flowsContext)
    {
        var isTaken = false;
        try
        {
            if (_control is not null && !AwaitCapture.ComesBack(_control, _pending))
            {
                _control.Suspend(_pending, continuation, _site);
                isTaken = true;
            }
        }
        finally
        {
            // The awaiter brings it to a context or a scheduler of the program's own. And a control that fails must not leave the method suspended for good: the awaiter resumes it, as it does outside control.
            if (!isTaken) Forward(continuation, flowsContext);
        }
    }

    private void Forward(Action continuation, bool flowsContext)
    {
        using var scope = _control is { IsInControl: true } control ? ContextFreeScope.Enter(control) : default;
        _pending.Forward(continuation, flowsContext);
    }
}
