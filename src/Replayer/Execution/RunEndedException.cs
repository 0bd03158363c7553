namespace ReplayKit.Replayer.Execution;

/// <summary>Unwinds a stack that stood still when its run ended. Thrown at a scheduling point of woven code; never seen by a test.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "Nobody is to catch it by its type.")]
internal sealed class RunEndedException : Exception
{
    public RunEndedException()
        : base("The run is over: ReplayKit ends what it had started.")
    {
    }
}
