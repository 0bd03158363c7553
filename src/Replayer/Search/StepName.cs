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
    public ulong Hash
    {
        get
        {
            var hash = (Operation ^ 0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9;
            hash = (hash ^ (hash >> 29) ^ Place) * 0x94D049BB133111EB;
            hash = (hash ^ (hash >> 32) ^ ((ulong)Kind << 32) ^ (uint)Occurrence) * 0x9E3779B97F4A7C15;
            return hash ^ (hash >> 31);
        }
    }
}
