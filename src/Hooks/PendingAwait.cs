namespace ReplayKit.Hooks;

/// <summary>What a suspended async method waits for. It can be asked any number of times whether it is complete.</summary>
public abstract class PendingAwait
{
    /// <summary>Whether the awaited operation is complete. Must not be read after the method was resumed.</summary>
    public abstract bool IsCompleted { get; }

    /// <summary>Whether <see cref="IsCompleted"/> can be believed: false for awaiters that only ever call back, such as that of <see cref="Task.Yield"/>.</summary>
    public abstract bool CanBeAsked { get; }

    /// <summary>Whether it waits for nothing, and only lets others go first.</summary>
    public abstract bool IsYield { get; }

    /// <summary>The awaited task; null when the awaiter does not wait for a task.</summary>
    public abstract Task? Task { get; }

    /// <summary>Registers a call for when the awaited operation completes, on the thread that completes it: it is to do no more than to tell somebody.</summary>
    public abstract void OnCompleted(Action callback);

    /// <summary>Whether the awaiter goes on where the await stands: in the context or the scheduler that is current there.</summary>
    internal abstract bool CapturesContext { get; }

    /// <summary>Hands the continuation to the awaiter, as code that is not woven does.</summary>
    /// <param name="continuation">Resumes the method.</param>
    /// <param name="flowsContext">Whether the awaiter is asked to flow the execution context.</param>
    internal abstract void Forward(Action continuation, bool flowsContext);
}
