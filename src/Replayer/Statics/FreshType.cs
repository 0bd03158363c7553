using System.Collections.Immutable;
using System.Reflection;

namespace ReplayKit.Replayer.Statics;

/// <summary>A type that a schedule initialised: it is initialised again in each of the next.</summary>
internal sealed class FreshType(Type type)
{
    private readonly ImmutableArray<FieldInfo> _fields = [.. StaticTypes.FieldsOf(type)];
    private readonly Action? _initialise = StaticTypes.InitialiserOf(type)?.CreateDelegate<Action>();

    /// <summary>Sets its fields to nothing.</summary>
    public void Clear()
    {
        foreach (var field in _fields) field.SetValue(null, null);
    }

    /// <summary>Runs what its static constructor did.</summary>
    public void Initialise() => _initialise?.Invoke();
}
