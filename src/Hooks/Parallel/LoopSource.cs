namespace ReplayKit.Hooks;

/// <summary>Items that the operations of a parallel loop take from.</summary>
/// <param name="Count">How many there are, as far as that is known.</param>
/// <param name="Open">What one operation takes, with the index of each.</param>
internal sealed record LoopSource<T>(long Count, Func<IEnumerator<KeyValuePair<long, T>>> Open);
