namespace ReplayKit.Replayer.Time;

/// <summary>Something that happens at a virtual time.</summary>
/// <param name="operation">The operation on whose behalf; null when none.</param>
/// <param name="dueNs">When, in nanoseconds since the clock's origin.</param>
/// <param name="fire">What.</param>
public sealed class TimerEntry(int? operation, long dueNs, Action fire)
{
    private bool _isCancelled;

    /// <summary>The operation on whose behalf; null when none.</summary>
    public int? Operation { get; } = operation;

    /// <summary>When it is due, in nanoseconds since the clock's origin.</summary>
    public long DueNs { get; } = dueNs;

    /// <summary>Whether it will not fire any more.</summary>
    public bool IsCancelled => Volatile.Read(ref _isCancelled);

    /// <summary>Keeps it from firing.</summary>
    public void Cancel() => Volatile.Write(ref _isCancelled, true);

    /// <summary>Makes it happen.</summary>
    internal void Fire()
    {
        if (!IsCancelled) fire();
    }
}
