namespace ReplayKit.Hooks;

/// <summary>A type whose static fields were initialised.</summary>
/// <param name="Type">The type.</param>
/// <param name="Timestamp">When that was done, as <see cref="System.Diagnostics.Stopwatch"/> counts: a type that another one needed comes before it, whatever module it is of.</param>
public readonly record struct InitialisedType(Type Type, long Timestamp);
