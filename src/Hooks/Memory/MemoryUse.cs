namespace ReplayKit.Hooks;

/// <summary>What woven code does to a field, an element, or a collection.</summary>
public enum MemoryUse
{
    /// <summary>It is about to read it.</summary>
    Read,

    /// <summary>It is about to write it.</summary>
    Write,

    /// <summary>It is about to take its address; what becomes of that is not known.</summary>
    Address,

    /// <summary>It is about to read it as volatile.</summary>
    VolatileRead,

    /// <summary>It is about to write it as volatile.</summary>
    VolatileWrite,

    /// <summary>It is about to call an atomic operation on it.</summary>
    AtomicNext,

    /// <summary>It has read it atomically just now.</summary>
    AtomicRead,

    /// <summary>It has written it atomically just now.</summary>
    AtomicWrite,

    /// <summary>It has read and written it atomically just now.</summary>
    AtomicUpdate,

    /// <summary>It is about to call a member of a collection that only reads.</summary>
    ShareRead,

    /// <summary>It is about to call a member of a collection that changes it.</summary>
    ShareWrite,
}
