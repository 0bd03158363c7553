namespace ReplayKit.Hooks;

/// <summary>What a registered wait calls.</summary>
/// <param name="Callback">The callback.</param>
/// <param name="State">What it is given.</param>
/// <param name="Flow">The context that it runs in; null for none.</param>
internal sealed record RegisteredWaitCall(WaitOrTimerCallback Callback, object? State, ExecutionContext? Flow)
{
    public void Run(bool hasTimedOut)
    {
        if (Flow is null) Callback(State, hasTimedOut);
        else ExecutionContext.Run(Flow, _ => Callback(State, hasTimedOut), null);
    }
}
