namespace ReplayKit.TraceFormat.Model;

/// <summary>Which schedules a <see cref="Certificate"/> is about.</summary>
public enum CertifiedOrders
{
    /// <summary>All within a number of swaps.</summary>
    Swaps,

    /// <summary>All orders of steps that may conflict.</summary>
    Conflicts,
}
