using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;

namespace ReplayKit.Hooks;

/// <summary>The types of one woven module whose static fields were initialised so far, in that order. Each woven module holds one.</summary>
public sealed class InitialisedTypes
{
    private readonly ConcurrentQueue<InitialisedType> _types = new();

    /// <summary>The types so far, those that others needed first.</summary>
    public ImmutableArray<InitialisedType> Types => [.. _types];

    /// <summary>How many there are.</summary>
    public int Count => _types.Count;

    /// <summary>Called by the static constructor of a woven type before it runs.</summary>
    public static void Begin() => Control.Current?.BeginInitialiser();

    /// <summary>Called when it has run, or failed.</summary>
    public static void End() => Control.Current?.EndInitialiser();

    /// <summary>Called by the static constructor of a woven type when it has run.</summary>
    public void Add(RuntimeTypeHandle type) => _types.Enqueue(new InitialisedType(Type.GetTypeFromHandle(type)!, Stopwatch.GetTimestamp()));
}
