namespace ReplayKit.Hooks;

/// <summary>What is told of the memory accesses of woven code under control.</summary>
public interface IMemoryWatch
{
    /// <summary>Tells of one access. Others may run before the call returns, where the access is still to come.</summary>
    /// <param name="target">The object, the array, or, of a static field, its type; null when that is not known.</param>
    /// <param name="index">Index of the element; -1 for what is none.</param>
    /// <param name="use">What is done.</param>
    /// <param name="site">The access, in the form of <see cref="CodeSite"/>: what it calls the field names the location within the object.</param>
    void Access(object? target, nint index, MemoryUse use, string site);
}
