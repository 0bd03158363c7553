using ReplayKit.Replayer.Execution;

namespace ReplayKit.Replayer.Running;

/// <summary>The door through which one replayed request comes under control.</summary>
/// <param name="loop">The run's loop.</param>
/// <param name="number">The request's number.</param>
public sealed class OperationEntry(StepLoop loop, int number)
{
    /// <summary>Hands the request's work to the scheduler, which runs it when its turn comes.</summary>
    /// <param name="body">The work; called once.</param>
    /// <returns>A task that ends as the work does.</returns>
    public Task RunAsync(Func<Task> body) => loop.Arrive(number, body);
}
