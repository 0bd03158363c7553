namespace ReplayKit.Hooks;

/// <summary>What a run knows of a thread of the program's.</summary>
internal sealed class ThreadState
{
    /// <summary>Whether its body is over.</summary>
    public bool IsOver { get; set; }
}
