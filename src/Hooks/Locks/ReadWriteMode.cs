namespace ReplayKit.Hooks;

/// <summary>A mode of a reader-writer lock.</summary>
internal enum ReadWriteMode
{
    /// <summary>Shared with other readers.</summary>
    Read,

    /// <summary>Shared with other readers, and may become a writer.</summary>
    Upgrade,

    /// <summary>Alone.</summary>
    Write,
}
