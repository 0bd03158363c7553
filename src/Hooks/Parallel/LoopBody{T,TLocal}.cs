namespace ReplayKit.Hooks;

/// <summary>What a parallel loop does.</summary>
/// <param name="Init">Makes an operation's own value, before its first item; null for the default.</param>
/// <param name="Run">What is done with an item: the item, the loop's state, the item's index, the operation's own value.</param>
/// <param name="Finally">What is done with the operation's own value in the end.</param>
internal sealed record LoopBody<T, TLocal>(Func<TLocal>? Init, Func<T, ParallelLoopState, long, TLocal, TLocal> Run, Action<TLocal>? Finally);
