namespace ReplayKit.Hooks;

/// <summary>A run's entry of a thread that woven code made.</summary>
internal sealed class ThreadEntries
{
    public ThreadEntry? Entry { get; set; }

    public ThreadState State { get; } = new();
}
