using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Which swaps are tried first among those of one distance: the lower, the earlier.</summary>
internal static class SwapRank
{
    private const int Both = 0;
    private const int SameResource = 1;
    private const int Overlapped = 2;
    private const int SameType = 3;
    private const int Related = 4;
    private const int Unrelated = 5;

    /// <summary>The rank of running one step before another one.</summary>
    /// <param name="first">What ran.</param>
    /// <param name="second">What runs before it.</param>
    /// <param name="overlapped">Whether production ran them at the same time.</param>
    public static int Of(StepDescription first, StepDescription second, bool overlapped)
    {
        if (first.Resource != 0 && first.Resource == second.Resource) return overlapped ? Both : SameResource;
        if (overlapped) return Overlapped;
        if (Independence.Holds(first, second)) return Unrelated;
        return TypeOf(first) is { Length: > 0 } type && type == TypeOf(second) ? SameType : Related;
    }

    /// <summary>The rank where of the second step only the name is known.</summary>
    public static int Of(bool overlapped) => overlapped ? Overlapped : Related;

    // Code of one class is likely to touch the same fields.
    private static string? TypeOf(StepDescription step) => step.Site?.DeclaringType ?? step.Call?.DeclaringType;
}
