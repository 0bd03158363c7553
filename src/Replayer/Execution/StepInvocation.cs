namespace ReplayKit.Replayer.Execution;

/// <summary>Calls what a step runs, so that it leaves the calling thread as it found it.</summary>
internal static class StepInvocation
{
    /// <summary>Calls it in a context of synchronization, and takes away what it leaves of the execution context.</summary>
    /// <returns>What it threw; null when nothing.</returns>
    public static Exception? Run(Action body, SynchronizationContext? context)
    {
        var outerContext = SynchronizationContext.Current;
        var outerFlow = ExecutionContext.Capture();
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            body();
            return null;
        }
        catch (RunEndedException)
        {
            // The stack is unwound.
            return null;
        }
#pragma warning disable CA1031 // Whatever escapes a step is the user's failure: it must end the run as such, not end our thread.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outerContext);
            if (outerFlow is not null) ExecutionContext.Restore(outerFlow);
        }
    }
}
