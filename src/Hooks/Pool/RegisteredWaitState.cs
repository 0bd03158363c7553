namespace ReplayKit.Hooks;

/// <summary>What a run knows of a registered wait.</summary>
internal sealed class RegisteredWaitState
{
    public RegisteredWait? Wait { get; set; }
}
