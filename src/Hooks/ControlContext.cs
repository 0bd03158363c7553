namespace ReplayKit.Hooks;

/// <summary>The synchronization context by which a control gets the awaits of code that is not woven. Woven code does not see it.</summary>
public abstract class ControlContext : SynchronizationContext;
