namespace ReplayKit.Replayer.Races;

/// <summary>What is accessed.</summary>
/// <param name="Target">The object, array, collection or type.</param>
/// <param name="Index">Index of the element; -1 for what is none.</param>
/// <param name="Field">The field.</param>
/// <param name="Part">The part of the struct that the field holds; empty for the whole.</param>
public readonly record struct Location(object Target, nint Index, string Field, string Part);
