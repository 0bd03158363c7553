using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>Writes down what it is told of memory accesses.</summary>
internal sealed class MemoryJournal : IMemoryWatch
{
    public List<string> Entries { get; } = [];

    public void Access(object? target, nint index, MemoryUse use, string site) => Entries.Add($"{use} {target?.GetType().Name} {index} {site}");
}
