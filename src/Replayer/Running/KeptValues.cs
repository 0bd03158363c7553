using System.Runtime.CompilerServices;

namespace ReplayKit.Replayer.Running;

/// <summary>What the schedules of an exploration share, such as a host that is too dear to start for each: one value for each owner, for as long as the owner lives.</summary>
/// <remarks>Used by the holder of the baton alone.</remarks>
internal sealed class KeptValues : IDisposable
{
    private readonly ConditionalWeakTable<object, IDisposable> _values = [];

    public IDisposable Of(object owner, Func<IDisposable> make)
    {
        if (_values.TryGetValue(owner, out var known)) return known;
        var made = make();
        _values.Add(owner, made);
        return made;
    }

    public void Dispose()
    {
        foreach (var (_, value) in _values) value.Dispose();
    }
}
