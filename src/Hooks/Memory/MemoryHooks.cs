using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls before it accesses memory that others may share. Where nothing watches, it is one load and one branch.</summary>
public static class MemoryHooks
{
    private const string Collections = "System.Collections.Generic";

    /// <summary>Called at an access of an instance field.</summary>
    /// <param name="target">The object; null where it is not known, or where the access is about to fail.</param>
    /// <param name="use">What is done.</param>
    /// <param name="site">The access, in the form of <see cref="CodeSite"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Field(object? target, MemoryUse use, string site)
    {
        if (Control.WatchesMemory) Tell(target, -1, use, site);
    }

    /// <summary>Called at an access of a static field.</summary>
    /// <param name="type">The field's type, with its type arguments.</param>
    /// <param name="use">What is done.</param>
    /// <param name="site">The access, in the form of <see cref="CodeSite"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Static(RuntimeTypeHandle type, MemoryUse use, string site)
    {
        if (Control.WatchesMemory) Tell(type, use, site);
    }

    /// <summary>Called at an access of an array's element.</summary>
    /// <param name="array">The array.</param>
    /// <param name="index">The element's index; it may be out of range.</param>
    /// <param name="use">What is done.</param>
    /// <param name="site">The access, in the form of <see cref="CodeSite"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Element(object? array, nint index, MemoryUse use, string site)
    {
        if (Control.WatchesMemory) Tell(array, index, use, site);
    }

    /// <summary>Called before a member of a collection that does not synchronise.</summary>
    /// <param name="collection">The receiver. One that is of another kind behind an interface is let pass.</param>
    /// <param name="use">What is done.</param>
    /// <param name="site">The call, in the form of <see cref="CodeSite"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Share(object? collection, MemoryUse use, string site)
    {
        if (Control.WatchesMemory) TellShared(collection, use, site);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Tell(object? target, nint index, MemoryUse use, string site) => Control.Memory?.Access(target, index, use, site);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Tell(RuntimeTypeHandle type, MemoryUse use, string site) => Control.Memory?.Access(Type.GetTypeFromHandle(type), -1, use, site);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TellShared(object? collection, MemoryUse use, string site)
    {
        if (collection is not null && collection.GetType().Namespace == Collections) Control.Memory?.Access(collection, -1, use, site);
    }
}
