using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Names a step within a run so that it is known again in a run of another order.</summary>
/// <param name="Operation">The operation's key.</param>
/// <param name="Kind">Why the step runs.</param>
/// <param name="Place">Hash of where.</param>
/// <param name="Occurrence">1-based count of such steps of the operation.</param>
public readonly record struct StepName(ulong Operation, StepKind Kind, ulong Place, int Occurrence)
{
    /// <summary>The name in one number.</summary>
    public ulong Hash => StableHash.Mix(StableHash.Mix(StableHash.Mix(StableHash.Empty, Operation), Place), ((ulong)Kind << 32) | (uint)Occurrence);
}
