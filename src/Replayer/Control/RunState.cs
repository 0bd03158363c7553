using System.Runtime.CompilerServices;

namespace ReplayKit.Replayer.Control;

/// <summary>What a run keeps about objects of the program: the state of their models, and their numbers. Gone with the run.</summary>
/// <remarks>Used by the holder of the baton alone.</remarks>
internal sealed class RunState
{
    private readonly Dictionary<Key, object> _states = [];
    private readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>The state of this type for this object; made on first use.</summary>
    public T Of<T>(object key)
        where T : class, new()
    {
        if (_states.TryGetValue(new Key(key, typeof(T)), out var known)) return (T)known;
        var made = new T();
        _states.Add(new Key(key, typeof(T)), made);
        return made;
    }

    /// <summary>1-based number of the object, in order of first use; 0 for null.</summary>
    public int NumberOf(object? resource)
    {
        if (resource is null) return 0;
        if (_numbers.TryGetValue(resource, out var known)) return known;
        _numbers.Add(resource, _numbers.Count + 1);
        return _numbers.Count;
    }

    private readonly struct Key(object subject, Type type) : IEquatable<Key>
    {
        private readonly object _subject = subject;
        private readonly Type _type = type;

        public bool Equals(Key other) => ReferenceEquals(_subject, other._subject) && _type == other._type;

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(_subject), _type);
    }
}
