namespace ReplayKit.Hooks;

/// <summary>How many operations a parallel loop has: never by the number of processors, so that a run is the same on every machine.</summary>
internal static class ParallelDegree
{
    /// <summary>Where the program sets no limit.</summary>
    public const int Default = 4;

    /// <summary>Most operations of one loop, whatever limit the program sets.</summary>
    private const int Max = 16;

    /// <summary>How many operations work on so many items.</summary>
    public static int Of(int limit, long itemCount) => (int)Math.Max(1, Math.Min(itemCount, limit == -1 ? Default : Math.Min(limit, Max)));
}
