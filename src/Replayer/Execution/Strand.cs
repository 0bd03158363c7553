using ReplayKit.Hooks;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>A step that has not run yet: what would run, and what it waits for.</summary>
internal sealed class Strand(StepDescription description, Operation operation, Action run, PendingAwait? pending)
{
    private bool _isRegistered;
    private volatile bool _isSignalled;

    public StepDescription Description { get; } = description;

    public Operation Operation { get; } = operation;

    public PendingAwait? Pending { get; } = pending;

    public Action Run { get; } = run;

    public bool IsEnabled => Pending is null || _isSignalled || (Pending.CanBeAsked && Pending.IsCompleted);

    /// <summary>Has <paramref name="wake"/> called when what it waits for is complete. Most strands never need it: they are asked.</summary>
    public void Register(Action wake)
    {
        if (_isRegistered || Pending is null) return;
        _isRegistered = true;
        Pending.OnCompleted(() =>
        {
            _isSignalled = true;
            wake();
        });
    }
}
