namespace ReplayKit;

/// <summary>Which memory accesses of woven code are scheduling points.</summary>
public enum MemoryPoints
{
    /// <summary>None.</summary>
    Off,

    /// <summary>Those of static and instance fields, of captured locals, and of collections that do not synchronise.</summary>
    Fields,

    /// <summary>Those of array elements as well.</summary>
    All,
}
