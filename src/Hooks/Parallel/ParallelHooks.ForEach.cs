namespace ReplayKit.Hooks;

/// <content>Loops over what can be enumerated.</content>
public static partial class ParallelHooks
{
    /// <summary>In place of <c>Parallel.ForEach{TSource}(IEnumerable{TSource}, Action{TSource})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, Action<TSource> body, string site) =>
        Control.Current is not { } control || source is null || body is null
            ? Parallel.ForEach(source!, body!)
            : Each(new ParallelLoop(control, null, site), LoopSources.Of(source, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.ForEach{TSource}(IEnumerable{TSource}, ParallelOptions, Action{TSource})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource> body, string site) =>
        Control.Current is not { } control || source is null || parallelOptions is null || body is null
            ? Parallel.ForEach(source!, parallelOptions!, body!)
            : Each(new ParallelLoop(control, parallelOptions, site), LoopSources.Of(source, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.ForEach{TSource}(IEnumerable{TSource}, Action{TSource, ParallelLoopState})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, Action<TSource, ParallelLoopState> body, string site) =>
        Control.Current is not { } control || source is null || body is null
            ? Parallel.ForEach(source!, body!)
            : Each(new ParallelLoop(control, null, site), LoopSources.Of(source, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.ForEach{TSource}(IEnumerable{TSource}, ParallelOptions, Action{TSource, ParallelLoopState})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState> body, string site) =>
        Control.Current is not { } control || source is null || parallelOptions is null || body is null
            ? Parallel.ForEach(source!, parallelOptions!, body!)
            : Each(new ParallelLoop(control, parallelOptions, site), LoopSources.Of(source, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.ForEach{TSource}(IEnumerable{TSource}, Action{TSource, ParallelLoopState, long})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, Action<TSource, ParallelLoopState, long> body, string site) =>
        Control.Current is not { } control || source is null || body is null
            ? Parallel.ForEach(source!, body!)
            : Each(new ParallelLoop(control, null, site), LoopSources.Of(source, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.ForEach{TSource}(IEnumerable{TSource}, ParallelOptions, Action{TSource, ParallelLoopState, long})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState, long> body, string site) =>
        Control.Current is not { } control || source is null || parallelOptions is null || body is null
            ? Parallel.ForEach(source!, parallelOptions!, body!)
            : Each(new ParallelLoop(control, parallelOptions, site), LoopSources.Of(source, site), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.ForEach{TSource, TLocal}(IEnumerable{TSource}, Func{TLocal}, Func{TSource, ParallelLoopState, TLocal, TLocal}, Action{TLocal})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource, TLocal>(IEnumerable<TSource> source, Func<TLocal> localInit, Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site) =>
        Control.Current is not { } control || source is null || localInit is null || body is null || localFinally is null
            ? Parallel.ForEach(source!, localInit!, body!, localFinally!)
            : Each(new ParallelLoop(control, null, site), LoopSources.Of(source, site), LoopBody.Of(localInit, body, localFinally));

    /// <summary>In place of <c>Parallel.ForEach{TSource, TLocal}(IEnumerable{TSource}, ParallelOptions, Func{TLocal}, Func{TSource, ParallelLoopState, TLocal, TLocal}, Action{TLocal})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource, TLocal>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site) =>
        Control.Current is not { } control || source is null || parallelOptions is null || localInit is null || body is null || localFinally is null
            ? Parallel.ForEach(source!, parallelOptions!, localInit!, body!, localFinally!)
            : Each(new ParallelLoop(control, parallelOptions, site), LoopSources.Of(source, site), LoopBody.Of(localInit, body, localFinally));

    /// <summary>In place of <c>Parallel.ForEach{TSource, TLocal}(IEnumerable{TSource}, Func{TLocal}, Func{TSource, ParallelLoopState, long, TLocal, TLocal}, Action{TLocal})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource, TLocal>(IEnumerable<TSource> source, Func<TLocal> localInit, Func<TSource, ParallelLoopState, long, TLocal, TLocal> body, Action<TLocal> localFinally, string site) =>
        Control.Current is not { } control || source is null || localInit is null || body is null || localFinally is null
            ? Parallel.ForEach(source!, localInit!, body!, localFinally!)
            : Each(new ParallelLoop(control, null, site), LoopSources.Of(source, site), LoopBody.Of(localInit, body, localFinally));

    /// <summary>In place of <c>Parallel.ForEach{TSource, TLocal}(IEnumerable{TSource}, ParallelOptions, Func{TLocal}, Func{TSource, ParallelLoopState, long, TLocal, TLocal}, Action{TLocal})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource, TLocal>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<TSource, ParallelLoopState, long, TLocal, TLocal> body, Action<TLocal> localFinally, string site) =>
        Control.Current is not { } control || source is null || parallelOptions is null || localInit is null || body is null || localFinally is null
            ? Parallel.ForEach(source!, parallelOptions!, localInit!, body!, localFinally!)
            : Each(new ParallelLoop(control, parallelOptions, site), LoopSources.Of(source, site), LoopBody.Of(localInit, body, localFinally));

    private static ParallelLoopResult Each<T, TLocal>(ParallelLoop loop, (LoopSource<T> Items, IDisposable? Owner) source, LoopBody<T, TLocal> body)
    {
        using (source.Owner) return ParallelLoop.Run(loop, source.Items, body);
    }
}
