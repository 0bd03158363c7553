namespace ReplayKit.Replayer.Scheduling;

/// <summary>Why a planned step was not taken in its turn.</summary>
public enum MismatchCause
{
    /// <summary>The local build has no such async method, and nothing took its place.</summary>
    MethodGone,

    /// <summary>The operation took another path: it did not reach the await, or ended before it.</summary>
    NotReached,

    /// <summary>Its operation waited for another operation, so that another step had to go first.</summary>
    BlockedByOther,
}
