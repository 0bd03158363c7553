using ReplayKit.Hooks;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Time;

namespace ReplayKit.Replayer.Control;

/// <summary>Connects woven code to one run's step loop.</summary>
/// <param name="loop">The loop.</param>
/// <param name="clock">Its clock.</param>
public sealed class ReplayControl(StepLoop loop, VirtualClock clock) : IControl
{
    /// <inheritdoc/>
    public bool IsInControl => loop.IsInStep;

    /// <inheritdoc/>
    public TimeProvider Time { get; } = new VirtualTimeProvider(clock, loop);

    /// <inheritdoc/>
    public bool ContinuesSynchronously(bool isCompleted, string site) => isCompleted && !loop.SuspendsWhenComplete(site);

    /// <inheritdoc/>
    public void Suspend(PendingAwait pending, Action continuation, string site) => loop.Suspend(pending, continuation, site);

    /// <inheritdoc/>
    public Task Delay(TimeSpan delay, CancellationToken cancellationToken) => loop.Delay(delay, cancellationToken);
}
