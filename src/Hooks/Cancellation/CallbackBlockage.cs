namespace ReplayKit.Hooks;

/// <summary>A callback of a token that runs.</summary>
internal sealed class CallbackBlockage(RegisteredCallback callback) : Blockage
{
    public override bool IsOver => callback.Execution is null;

    public override string What => "cancellation callback";

    public override object? Resource => callback;

    public override object? Holder => callback.Execution;
}
