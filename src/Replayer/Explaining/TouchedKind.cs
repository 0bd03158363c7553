namespace ReplayKit.Replayer.Explaining;

/// <summary>What kind of thing several requests can touch.</summary>
public enum TouchedKind
{
    /// <summary>A field.</summary>
    Field,

    /// <summary>An element of an array.</summary>
    Element,

    /// <summary>A collection, or another object that many may use at once.</summary>
    Collection,

    /// <summary>A row of a database's table, or the table.</summary>
    Row,

    /// <summary>A lock, a semaphore, or another thing that is waited for.</summary>
    Lock,
}
