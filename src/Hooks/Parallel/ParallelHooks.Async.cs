using System.Numerics;

namespace ReplayKit.Hooks;

/// <content>Asynchronous loops.</content>
public static partial class ParallelHooks
{
    /// <summary>In place of <c>Parallel.ForEachAsync{TSource}(IEnumerable{TSource}, Func{TSource, CancellationToken, ValueTask})</c>.</summary>
    public static Task ForEachAsync<TSource>(IEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask> body, string site) =>
        Control.Current is not { } control || source is null || body is null
            ? Parallel.ForEachAsync(source!, body!)
            : new AsyncLoop<TSource>(control, new ParallelOptions(), new EnumerableLoopSource<TSource>(source, site), body).Start(site);

    /// <summary>In place of <c>Parallel.ForEachAsync{TSource}(IEnumerable{TSource}, CancellationToken, Func{TSource, CancellationToken, ValueTask})</c>.</summary>
    public static Task ForEachAsync<TSource>(IEnumerable<TSource> source, CancellationToken cancellationToken, Func<TSource, CancellationToken, ValueTask> body, string site) =>
        Control.Current is not { } control || source is null || body is null
            ? Parallel.ForEachAsync(source!, cancellationToken, body!)
            : new AsyncLoop<TSource>(control, new ParallelOptions { CancellationToken = cancellationToken }, new EnumerableLoopSource<TSource>(source, site), body).Start(site);

    /// <summary>In place of <c>Parallel.ForEachAsync{TSource}(IEnumerable{TSource}, ParallelOptions, Func{TSource, CancellationToken, ValueTask})</c>.</summary>
    public static Task ForEachAsync<TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TSource, CancellationToken, ValueTask> body, string site) =>
        Control.Current is not { } control || source is null || parallelOptions is null || body is null
            ? Parallel.ForEachAsync(source!, parallelOptions!, body!)
            : new AsyncLoop<TSource>(control, parallelOptions, new EnumerableLoopSource<TSource>(source, site), body).Start(site);

    /// <summary>In place of <c>Parallel.ForEachAsync{TSource}(IAsyncEnumerable{TSource}, Func{TSource, CancellationToken, ValueTask})</c>.</summary>
    public static Task ForEachAsync<TSource>(IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask> body, string site) =>
        Control.Current is not { } control || source is null || body is null
            ? Parallel.ForEachAsync(source!, body!)
            : new AsyncLoop<TSource>(control, new ParallelOptions(), new AsyncEnumerableLoopSource<TSource>(source, site), body).Start(site);

    /// <summary>In place of <c>Parallel.ForEachAsync{TSource}(IAsyncEnumerable{TSource}, CancellationToken, Func{TSource, CancellationToken, ValueTask})</c>.</summary>
    public static Task ForEachAsync<TSource>(IAsyncEnumerable<TSource> source, CancellationToken cancellationToken, Func<TSource, CancellationToken, ValueTask> body, string site) =>
        Control.Current is not { } control || source is null || body is null
            ? Parallel.ForEachAsync(source!, cancellationToken, body!)
            : new AsyncLoop<TSource>(control, new ParallelOptions { CancellationToken = cancellationToken }, new AsyncEnumerableLoopSource<TSource>(source, site), body).Start(site);

    /// <summary>In place of <c>Parallel.ForEachAsync{TSource}(IAsyncEnumerable{TSource}, ParallelOptions, Func{TSource, CancellationToken, ValueTask})</c>.</summary>
    public static Task ForEachAsync<TSource>(IAsyncEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TSource, CancellationToken, ValueTask> body, string site) =>
        Control.Current is not { } control || source is null || parallelOptions is null || body is null
            ? Parallel.ForEachAsync(source!, parallelOptions!, body!)
            : new AsyncLoop<TSource>(control, parallelOptions, new AsyncEnumerableLoopSource<TSource>(source, site), body).Start(site);

    /// <summary>In place of <c>Parallel.ForAsync{T}(T, T, Func{T, CancellationToken, ValueTask})</c>.</summary>
    public static Task ForAsync<T>(T fromInclusive, T toExclusive, Func<T, CancellationToken, ValueTask> body, string site)
        where T : notnull, IBinaryInteger<T> =>
        Control.Current is not { } control || body is null
            ? Parallel.ForAsync(fromInclusive, toExclusive, body!)
            : new AsyncLoop<T>(control, new ParallelOptions(), new EnumerableLoopSource<T>(Range(fromInclusive, toExclusive), site), body).Start(site);

    /// <summary>In place of <c>Parallel.ForAsync{T}(T, T, CancellationToken, Func{T, CancellationToken, ValueTask})</c>.</summary>
    public static Task ForAsync<T>(T fromInclusive, T toExclusive, CancellationToken cancellationToken, Func<T, CancellationToken, ValueTask> body, string site)
        where T : notnull, IBinaryInteger<T> =>
        Control.Current is not { } control || body is null
            ? Parallel.ForAsync(fromInclusive, toExclusive, cancellationToken, body!)
            : new AsyncLoop<T>(control, new ParallelOptions { CancellationToken = cancellationToken }, new EnumerableLoopSource<T>(Range(fromInclusive, toExclusive), site), body).Start(site);

    /// <summary>In place of <c>Parallel.ForAsync{T}(T, T, ParallelOptions, Func{T, CancellationToken, ValueTask})</c>.</summary>
    public static Task ForAsync<T>(T fromInclusive, T toExclusive, ParallelOptions parallelOptions, Func<T, CancellationToken, ValueTask> body, string site)
        where T : notnull, IBinaryInteger<T> =>
        Control.Current is not { } control || parallelOptions is null || body is null
            ? Parallel.ForAsync(fromInclusive, toExclusive, parallelOptions!, body!)
            : new AsyncLoop<T>(control, parallelOptions, new EnumerableLoopSource<T>(Range(fromInclusive, toExclusive), site), body).Start(site);

    private static IEnumerable<T> Range<T>(T from, T to)
        where T : notnull, IBinaryInteger<T>
    {
        for (var number = from; number < to; number++) yield return number;
    }
}
