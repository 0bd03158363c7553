namespace ReplayKit.Replayer.Execution;

/// <summary>Bounds of one run.</summary>
public sealed record LoopOptions
{
    /// <summary>Most steps a run may take; at least 1.</summary>
    public int StepCountMax { get; init; } = 1_000_000;

    /// <summary>How long, in real time, something outside control is waited for before the operation counts as waiting for another one.</summary>
    public TimeSpan OutsideGrace { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long, in real time, an answer on a socket or a stream is waited for before the connection counts as idle.</summary>
    public TimeSpan ReplyLimit { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long, in real time, the run waits when nothing but the outside can move it on.</summary>
    public TimeSpan StallLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How far past the recording's end, in virtual time, a planned step's own timer is waited for before others overtake it.</summary>
    public TimeSpan TimerHorizon { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long, in real time, one step may take. One that takes longer blocks where control does not reach, or loops for ever.</summary>
    public TimeSpan StepTimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The thread pool's model.</summary>
    public ThreadPoolModel Pool { get; init; } = new();
}
