using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <content>Loops over what a partitioner hands out.</content>
public static partial class ParallelHooks
{
    /// <summary>In place of <c>Parallel.ForEach{TSource}(Partitioner{TSource}, Action{TSource})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource>(Partitioner<TSource> source, Action<TSource> body, string site) =>
        Control.Current is not { } control || source is null || body is null || !source.SupportsDynamicPartitions
            ? Parallel.ForEach(source!, body!)
            : Each(new ParallelLoop(control, null, site), LoopSources.Of(source), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.ForEach{TSource}(Partitioner{TSource}, ParallelOptions, Action{TSource})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource>(Partitioner<TSource> source, ParallelOptions parallelOptions, Action<TSource> body, string site) =>
        Control.Current is not { } control || source is null || parallelOptions is null || body is null || !source.SupportsDynamicPartitions
            ? Parallel.ForEach(source!, parallelOptions!, body!)
            : Each(new ParallelLoop(control, parallelOptions, site), LoopSources.Of(source), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.ForEach{TSource}(Partitioner{TSource}, Action{TSource, ParallelLoopState})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource>(Partitioner<TSource> source, Action<TSource, ParallelLoopState> body, string site) =>
        Control.Current is not { } control || source is null || body is null || !source.SupportsDynamicPartitions
            ? Parallel.ForEach(source!, body!)
            : Each(new ParallelLoop(control, null, site), LoopSources.Of(source), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.ForEach{TSource}(Partitioner{TSource}, ParallelOptions, Action{TSource, ParallelLoopState})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource>(Partitioner<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState> body, string site) =>
        Control.Current is not { } control || source is null || parallelOptions is null || body is null || !source.SupportsDynamicPartitions
            ? Parallel.ForEach(source!, parallelOptions!, body!)
            : Each(new ParallelLoop(control, parallelOptions, site), LoopSources.Of(source), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.ForEach{TSource}(OrderablePartitioner{TSource}, Action{TSource, ParallelLoopState, long})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource>(OrderablePartitioner<TSource> source, Action<TSource, ParallelLoopState, long> body, string site) =>
        Control.Current is not { } control || source is null || body is null || !source.SupportsDynamicPartitions || !source.KeysNormalized
            ? Parallel.ForEach(source!, body!)
            : Each(new ParallelLoop(control, null, site), LoopSources.Of(source), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.ForEach{TSource}(OrderablePartitioner{TSource}, ParallelOptions, Action{TSource, ParallelLoopState, long})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource>(OrderablePartitioner<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState, long> body, string site) =>
        Control.Current is not { } control || source is null || parallelOptions is null || body is null || !source.SupportsDynamicPartitions || !source.KeysNormalized
            ? Parallel.ForEach(source!, parallelOptions!, body!)
            : Each(new ParallelLoop(control, parallelOptions, site), LoopSources.Of(source), LoopBody.Of(body));

    /// <summary>In place of <c>Parallel.ForEach{TSource, TLocal}(Partitioner{TSource}, Func{TLocal}, Func{TSource, ParallelLoopState, TLocal, TLocal}, Action{TLocal})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource, TLocal>(Partitioner<TSource> source, Func<TLocal> localInit, Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site) =>
        Control.Current is not { } control || source is null || localInit is null || body is null || localFinally is null || !source.SupportsDynamicPartitions
            ? Parallel.ForEach(source!, localInit!, body!, localFinally!)
            : Each(new ParallelLoop(control, null, site), LoopSources.Of(source), LoopBody.Of(localInit, body, localFinally));

    /// <summary>In place of <c>Parallel.ForEach{TSource, TLocal}(Partitioner{TSource}, ParallelOptions, Func{TLocal}, Func{TSource, ParallelLoopState, TLocal, TLocal}, Action{TLocal})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource, TLocal>(Partitioner<TSource> source, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally, string site) =>
        Control.Current is not { } control || source is null || parallelOptions is null || localInit is null || body is null || localFinally is null || !source.SupportsDynamicPartitions
            ? Parallel.ForEach(source!, parallelOptions!, localInit!, body!, localFinally!)
            : Each(new ParallelLoop(control, parallelOptions, site), LoopSources.Of(source), LoopBody.Of(localInit, body, localFinally));

    /// <summary>In place of <c>Parallel.ForEach{TSource, TLocal}(OrderablePartitioner{TSource}, Func{TLocal}, Func{TSource, ParallelLoopState, long, TLocal, TLocal}, Action{TLocal})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource, TLocal>(OrderablePartitioner<TSource> source, Func<TLocal> localInit, Func<TSource, ParallelLoopState, long, TLocal, TLocal> body, Action<TLocal> localFinally, string site) =>
        Control.Current is not { } control || source is null || localInit is null || body is null || localFinally is null || !source.SupportsDynamicPartitions || !source.KeysNormalized
            ? Parallel.ForEach(source!, localInit!, body!, localFinally!)
            : Each(new ParallelLoop(control, null, site), LoopSources.Of(source), LoopBody.Of(localInit, body, localFinally));

    /// <summary>In place of <c>Parallel.ForEach{TSource, TLocal}(OrderablePartitioner{TSource}, ParallelOptions, Func{TLocal}, Func{TSource, ParallelLoopState, long, TLocal, TLocal}, Action{TLocal})</c>.</summary>
    public static ParallelLoopResult ForEach<TSource, TLocal>(OrderablePartitioner<TSource> source, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<TSource, ParallelLoopState, long, TLocal, TLocal> body, Action<TLocal> localFinally, string site) =>
        Control.Current is not { } control || source is null || parallelOptions is null || localInit is null || body is null || localFinally is null || !source.SupportsDynamicPartitions || !source.KeysNormalized
            ? Parallel.ForEach(source!, parallelOptions!, localInit!, body!, localFinally!)
            : Each(new ParallelLoop(control, parallelOptions, site), LoopSources.Of(source), LoopBody.Of(localInit, body, localFinally));
}
