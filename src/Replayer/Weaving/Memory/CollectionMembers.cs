using System.Collections.Frozen;
using Mono.Cecil;
using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Weaving.Memory;

/// <summary>The collections that do not synchronise, and which of their members only read.</summary>
internal static class CollectionMembers
{
    private const string Namespace = "System.Collections.Generic";

    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal,
        "List`1", "Dictionary`2", "HashSet`1", "Queue`1", "Stack`1", "SortedDictionary`2", "SortedList`2", "SortedSet`1", "LinkedList`1", "PriorityQueue`2", "OrderedDictionary`2",
        "IDictionary`2", "IList`1", "ICollection`1", "ISet`1", "IReadOnlyDictionary`2", "IReadOnlyList`1", "IReadOnlyCollection`1", "IReadOnlySet`1", "IEnumerable`1");

    private static readonly FrozenSet<string> Reading = FrozenSet.Create(
        StringComparer.Ordinal,
        "get_Item", "get_Count", "get_Capacity", "get_Keys", "get_Values", "get_First", "get_Last", "get_Min", "get_Max", "get_Comparer", "get_IsReadOnly", "get_UnorderedItems",
        "Contains", "ContainsKey", "ContainsValue", "TryGetValue", "GetEnumerator", "CopyTo", "ToArray", "IndexOf", "LastIndexOf", "IndexOfKey", "IndexOfValue", "BinarySearch",
        "Find", "FindAll", "FindIndex", "FindLast", "FindLastIndex", "Exists", "TrueForAll", "ForEach", "ConvertAll", "GetRange", "Slice", "AsReadOnly", "Peek", "TryPeek", "GetAt",
        "GetKeyAtIndex", "GetValueAtIndex", "GetViewBetween", "IsSubsetOf", "IsSupersetOf", "IsProperSubsetOf", "IsProperSupersetOf", "Overlaps", "SetEquals", "GetAlternateLookup");

    /// <summary>What a call does to the collection that it is called on; null when it is no such call.</summary>
    public static MemoryUse? UseOf(MethodReference called)
    {
        if (!called.HasThis || called.Name == ".ctor") return null;
        var type = called.DeclaringType.GetElementType();
        if (type.DeclaringType is not null || type.Namespace != Namespace || !Types.Contains(type.Name)) return null;
        return Reading.Contains(called.Name) ? MemoryUse.ShareRead : MemoryUse.ShareWrite;
    }
}
