namespace ReplayKit.Hooks;

/// <content>Loops over ranges.</content>
public static partial class ParallelHooks
{
    /// <summary>In place of <c>Parallel.For(int, int, Action{int})</c>.</summary>
    public static ParallelLoopResult For(int fromInclusive, int toExclusive, Action<int> body, string site) =>
        Control.Current is not { } control || body is null
            ? Parallel.For(fromInclusive, toExclusive, body!)
            : ParallelLoop.Run(new ParallelLoop(control, null, site), IndexSource.Of(fromInclusive, toExclusive, static index => (int)index, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.For(int, int, ParallelOptions, Action{int})</c>.</summary>
    public static ParallelLoopResult For(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int> body, string site) =>
        Control.Current is not { } control || parallelOptions is null || body is null
            ? Parallel.For(fromInclusive, toExclusive, parallelOptions!, body!)
            : ParallelLoop.Run(new ParallelLoop(control, parallelOptions, site), IndexSource.Of(fromInclusive, toExclusive, static index => (int)index, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.For(int, int, Action{int, ParallelLoopState})</c>.</summary>
    public static ParallelLoopResult For(int fromInclusive, int toExclusive, Action<int, ParallelLoopState> body, string site) =>
        Control.Current is not { } control || body is null
            ? Parallel.For(fromInclusive, toExclusive, body!)
            : ParallelLoop.Run(new ParallelLoop(control, null, site), IndexSource.Of(fromInclusive, toExclusive, static index => (int)index, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.For(int, int, ParallelOptions, Action{int, ParallelLoopState})</c>.</summary>
    public static ParallelLoopResult For(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int, ParallelLoopState> body, string site) =>
        Control.Current is not { } control || parallelOptions is null || body is null
            ? Parallel.For(fromInclusive, toExclusive, parallelOptions!, body!)
            : ParallelLoop.Run(new ParallelLoop(control, parallelOptions, site), IndexSource.Of(fromInclusive, toExclusive, static index => (int)index, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.For{TLocal}(int, int, Func{TLocal}, Func{int, ParallelLoopState, TLocal, TLocal}, Action{TLocal})</c>.</summary>
    public static ParallelLoopResult For<TLocal>(int fromInclusive, int toExclusive, Func<TLocal> localInit, Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site) =>
        Control.Current is not { } control || localInit is null || body is null || localFinally is null
            ? Parallel.For(fromInclusive, toExclusive, localInit!, body!, localFinally!)
            : ParallelLoop.Run(new ParallelLoop(control, null, site), IndexSource.Of(fromInclusive, toExclusive, static index => (int)index, site), LoopBody.Of(localInit, body, localFinally));

    /// <summary>In place of <c>Parallel.For{TLocal}(int, int, ParallelOptions, Func{TLocal}, Func{int, ParallelLoopState, TLocal, TLocal}, Action{TLocal})</c>.</summary>
    public static ParallelLoopResult For<TLocal>(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site) =>
        Control.Current is not { } control || parallelOptions is null || localInit is null || body is null || localFinally is null
            ? Parallel.For(fromInclusive, toExclusive, parallelOptions!, localInit!, body!, localFinally!)
            : ParallelLoop.Run(new ParallelLoop(control, parallelOptions, site), IndexSource.Of(fromInclusive, toExclusive, static index => (int)index, site), LoopBody.Of(localInit, body, localFinally));

    /// <summary>In place of <c>Parallel.For(long, long, Action{long})</c>.</summary>
    public static ParallelLoopResult For(long fromInclusive, long toExclusive, Action<long> body, string site) =>
        Control.Current is not { } control || body is null
            ? Parallel.For(fromInclusive, toExclusive, body!)
            : ParallelLoop.Run(new ParallelLoop(control, null, site), IndexSource.Of(fromInclusive, toExclusive, static index => index, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.For(long, long, ParallelOptions, Action{long})</c>.</summary>
    public static ParallelLoopResult For(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long> body, string site) =>
        Control.Current is not { } control || parallelOptions is null || body is null
            ? Parallel.For(fromInclusive, toExclusive, parallelOptions!, body!)
            : ParallelLoop.Run(new ParallelLoop(control, parallelOptions, site), IndexSource.Of(fromInclusive, toExclusive, static index => index, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.For(long, long, Action{long, ParallelLoopState})</c>.</summary>
    public static ParallelLoopResult For(long fromInclusive, long toExclusive, Action<long, ParallelLoopState> body, string site) =>
        Control.Current is not { } control || body is null
            ? Parallel.For(fromInclusive, toExclusive, body!)
            : ParallelLoop.Run(new ParallelLoop(control, null, site), IndexSource.Of(fromInclusive, toExclusive, static index => index, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.For(long, long, ParallelOptions, Action{long, ParallelLoopState})</c>.</summary>
    public static ParallelLoopResult For(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long, ParallelLoopState> body, string site) =>
        Control.Current is not { } control || parallelOptions is null || body is null
            ? Parallel.For(fromInclusive, toExclusive, parallelOptions!, body!)
            : ParallelLoop.Run(new ParallelLoop(control, parallelOptions, site), IndexSource.Of(fromInclusive, toExclusive, static index => index, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.For{TLocal}(long, long, Func{TLocal}, Func{long, ParallelLoopState, TLocal, TLocal}, Action{TLocal})</c>.</summary>
    public static ParallelLoopResult For<TLocal>(long fromInclusive, long toExclusive, Func<TLocal> localInit, Func<long, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site) =>
        Control.Current is not { } control || localInit is null || body is null || localFinally is null
            ? Parallel.For(fromInclusive, toExclusive, localInit!, body!, localFinally!)
            : ParallelLoop.Run(new ParallelLoop(control, null, site), IndexSource.Of(fromInclusive, toExclusive, static index => index, site), LoopBody.Of(localInit, body, localFinally));

    /// <summary>In place of <c>Parallel.For{TLocal}(long, long, ParallelOptions, Func{TLocal}, Func{long, ParallelLoopState, TLocal, TLocal}, Action{TLocal})</c>.</summary>
    public static ParallelLoopResult For<TLocal>(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<long, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site) =>
        Control.Current is not { } control || parallelOptions is null || localInit is null || body is null || localFinally is null
            ? Parallel.For(fromInclusive, toExclusive, parallelOptions!, localInit!, body!, localFinally!)
            : ParallelLoop.Run(new ParallelLoop(control, parallelOptions, site), IndexSource.Of(fromInclusive, toExclusive, static index => index, site), LoopBody.Of(localInit, body, localFinally));
}
