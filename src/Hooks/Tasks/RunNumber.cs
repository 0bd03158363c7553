namespace ReplayKit.Hooks;

/// <summary>An object's number within a run; 0 before it is asked for.</summary>
internal sealed class RunNumber
{
    public int Value { get; set; }
}
