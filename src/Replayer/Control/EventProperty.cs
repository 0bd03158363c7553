using System.Collections.Concurrent;
using System.Reflection;

namespace ReplayKit.Replayer.Control;

/// <summary>Reads one property of what a diagnostic source tells: its types belong to packages that are not referenced here.</summary>
/// <param name="name">The property.</param>
internal sealed class EventProperty(string name)
{
    private readonly ConcurrentDictionary<Type, PropertyInfo?> _properties = new();

    /// <summary>The property's value; null when there is none of this type.</summary>
    public T? Of<T>(object? payload)
        where T : class => payload is null ? null : _properties.GetOrAdd(payload.GetType(), type => type.GetProperty(name))?.GetValue(payload) as T;
}
