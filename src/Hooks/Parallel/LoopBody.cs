namespace ReplayKit.Hooks;

/// <summary>The forms in which the program writes a loop's body.</summary>
internal static class LoopBody
{
    public static LoopBody<T, bool> Of<T>(Action<T> body) => new(null, (item, _, _, _) =>
    {
        body(item);
        return true;
    }, null);

    public static LoopBody<T, bool> Of<T>(Action<T, ParallelLoopState> body) => new(null, (item, state, _, _) =>
    {
        body(item, state);
        return true;
    }, null);

    public static LoopBody<T, bool> Of<T>(Action<T, ParallelLoopState, long> body) => new(null, (item, state, index, _) =>
    {
        body(item, state, index);
        return true;
    }, null);

    public static LoopBody<T, TLocal> Of<T, TLocal>(Func<TLocal> init, Func<T, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> end) =>
        new(init, (item, state, _, local) => body(item, state, local), end);

    public static LoopBody<T, TLocal> Of<T, TLocal>(Func<TLocal> init, Func<T, ParallelLoopState, long, TLocal, TLocal> body, Action<TLocal> end) => new(init, body, end);
}
