using ReplayKit.Hooks;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Which steps can change places without a difference.</summary>
/// <remarks>
/// Two calls on different resources, and two reads; any other two steps may conflict. Memory that a step touches behind its call is not looked at:
/// where accesses are scheduling points there is none, and else code without data races has none that both steps share. Nor is a lock that a step
/// gives back at its end: who waits for that is not enabled meanwhile, but who only tries to take it is.
/// </remarks>
internal static class Independence
{
    /// <summary>Whether they certainly commute.</summary>
    public static bool Holds(StepDescription first, StepDescription second) =>
        first.Operation != second.Operation && IsKnown(first) && IsKnown(second)
        && (first.Resource != second.Resource || (first.Point == PointKind.Read && second.Point == PointKind.Read));

    private static bool IsKnown(StepDescription step) => step.Kind == StepKind.Call && step.Resource != 0 && step.Point != PointKind.Outside;
}
