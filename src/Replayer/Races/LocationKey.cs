using System.Runtime.CompilerServices;

namespace ReplayKit.Replayer.Races;

/// <summary>A field of one object, or an element of one array: by reference.</summary>
internal readonly struct LocationKey(Location location) : IEquatable<LocationKey>
{
    private readonly object _target = location.Target;
    private readonly nint _index = location.Index;
    private readonly string _field = location.Field;

    public bool Equals(LocationKey other) => ReferenceEquals(_target, other._target) && _index == other._index && _field == other._field;

    public override bool Equals(object? obj) => obj is LocationKey other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(_target), _index, _field.GetHashCode(StringComparison.Ordinal));
}
