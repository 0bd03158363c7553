using System.Runtime.CompilerServices;

namespace ReplayKit.Replayer.Control;

/// <summary>Tells things that are touched apart: objects by reference.</summary>
internal sealed class TouchedComparer : IEqualityComparer<(object Target, nint Index, string Name)>
{
    public static TouchedComparer Instance { get; } = new();

    public bool Equals((object Target, nint Index, string Name) one, (object Target, nint Index, string Name) other) =>
        ReferenceEquals(one.Target, other.Target) && one.Index == other.Index && one.Name == other.Name;

    public int GetHashCode((object Target, nint Index, string Name) touched) =>
        HashCode.Combine(RuntimeHelpers.GetHashCode(touched.Target), touched.Index, touched.Name.GetHashCode(StringComparison.Ordinal));
}
