using ReplayKit.Hooks;
using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>Brings awaits of code that is not woven to the scheduler: what they post becomes a step of the operation that awaited.</summary>
internal sealed class OperationContext(Operation operation, IOperationInbox inbox) : ControlContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
        // It comes from the thread pool at any time of its own, and is nothing that a step could wait for.
        if (TaskNames.IsDeferredCompilation(state)) d(state);
        else inbox.Post(operation, StepKind.Posted, TaskNames.OfContinuation(state), () => d(state));
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!inbox.IsLoopThread) throw new NotSupportedException("Code outside control cannot run something synchronously inside a controlled operation.");
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}
