using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Statics;

namespace ReplayKit.Replayer.Running;

/// <summary>What all schedules of an exploration share.</summary>
/// <param name="options">The exploration's options.</param>
/// <param name="stalled">Told when a step does not come back.</param>
internal sealed class ExploredCommons(ExplorationOptions options, Action<StepLoop> stalled) : IDisposable
{
    /// <summary>Places of woven code.</summary>
    public SiteTable Sites { get; } = new();

    /// <summary>Threads.</summary>
    public Crew Crew { get; } = new();

    /// <summary>Sees what escapes.</summary>
    public ThreadPoolAudit Audit { get; } = new();

    /// <summary>Makes commands of databases scheduling points.</summary>
    public DatabasePoints Databases { get; } = new();

    /// <summary>Sees when a step does not come back.</summary>
    public StallWatch Watch { get; } = new(options.Bounds.StepTimeLimit, stalled);

    /// <summary>Static fields of woven code.</summary>
    public FreshStatics Statics { get; } = new(options.KeepsStatics);

    /// <summary>What test code keeps from one schedule to the next.</summary>
    public KeptValues Kept { get; } = new();

    /// <summary>The execution context in which each schedule begins: an empty one.</summary>
    public ExecutionContext Clean { get; } = ExecutionContext.Capture()!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Kept.Dispose();
        Statics.Dispose();
        Watch.Dispose();
        Databases.Dispose();
        Audit.Dispose();
        Crew.Dispose();
    }
}
