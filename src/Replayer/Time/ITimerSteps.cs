namespace ReplayKit.Replayer.Time;

/// <summary>Turns a due timer into a step that the scheduler decides on.</summary>
public interface ITimerSteps
{
    /// <summary>The operation that runs on the calling thread now; null when none does.</summary>
    int? CurrentOperation { get; }

    /// <summary>Makes <paramref name="callback"/> a step of an operation of its own, started by the given one. Called on the loop's thread.</summary>
    void PostTimer(int? operation, Action callback);
}
