namespace ReplayKit.Hooks;

/// <summary>Queues work to the thread pool under control.</summary>
internal static class WorkItems
{
    /// <summary>Queues work that runs in the caller's execution context.</summary>
    public static void Queue(IControl control, Action work, string site)
    {
        var flow = ExecutionContext.Capture();
        if (flow is null) control.Queue(work, site);
        else control.Queue(() => ExecutionContext.Run(flow, static work => ((Action)work!)(), work), site);
    }
}
