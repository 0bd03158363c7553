using System.Collections;
using System.Collections.Concurrent;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="ParallelEnumerable"/>: under control a query runs on its caller alone, and to its end before the first result is seen.</summary>
public static partial class ParallelEnumerableHooks
{
    private const int DegreeMax = 512;

    /// <summary>In place of <see cref="ParallelEnumerable.AsParallel{TSource}(IEnumerable{TSource})"/>.</summary>
    public static ParallelQuery<TSource> AsParallel<TSource>(IEnumerable<TSource> source) => Alone(source.AsParallel());

    /// <summary>In place of <see cref="ParallelEnumerable.AsParallel{TSource}(Partitioner{TSource})"/>.</summary>
    public static ParallelQuery<TSource> AsParallel<TSource>(Partitioner<TSource> source) => Alone(source.AsParallel());

    /// <summary>In place of <see cref="ParallelEnumerable.AsParallel(IEnumerable)"/>.</summary>
    public static ParallelQuery AsParallel(IEnumerable source) => source.AsParallel() is ParallelQuery<object> query ? Alone(query) : source.AsParallel();

    /// <summary>In place of <see cref="ParallelEnumerable.AsOrdered{TSource}(ParallelQuery{TSource})"/>.</summary>
    public static ParallelQuery<TSource> AsOrdered<TSource>(ParallelQuery<TSource> source) =>
        Control.Current is null || source is null ? source!.AsOrdered() : Alone(source.AsSequential().AsParallel().AsOrdered());

    /// <summary>In place of <see cref="ParallelEnumerable.AsOrdered(ParallelQuery)"/>.</summary>
    public static ParallelQuery AsOrdered(ParallelQuery source) => Control.Current is not null && source is ParallelQuery<object> query ? AsOrdered(query) : source.AsOrdered();

    /// <summary>In place of <see cref="ParallelEnumerable.Range"/>.</summary>
    public static ParallelQuery<int> Range(int start, int count) => Alone(ParallelEnumerable.Range(start, count));

    /// <summary>In place of <see cref="ParallelEnumerable.Repeat"/>.</summary>
    public static ParallelQuery<TResult> Repeat<TResult>(TResult element, int count) => Alone(ParallelEnumerable.Repeat(element, count));

    /// <summary>In place of <see cref="ParallelEnumerable.Empty"/>.</summary>
    public static ParallelQuery<TResult> Empty<TResult>() => Alone(ParallelEnumerable.Empty<TResult>());

    /// <summary>In place of <see cref="ParallelEnumerable.WithDegreeOfParallelism"/>.</summary>
    public static ParallelQuery<TSource> WithDegreeOfParallelism<TSource>(ParallelQuery<TSource> source, int degreeOfParallelism) =>
        Control.Current is null || source is null || degreeOfParallelism is < 1 or > DegreeMax ? source!.WithDegreeOfParallelism(degreeOfParallelism) : source;

    /// <summary>In place of <see cref="ParallelEnumerable.WithMergeOptions"/>.</summary>
    public static ParallelQuery<TSource> WithMergeOptions<TSource>(ParallelQuery<TSource> source, ParallelMergeOptions mergeOptions) =>
        Control.Current is null || source is null || !Enum.IsDefined(mergeOptions) ? source!.WithMergeOptions(mergeOptions) : source;

    private static ParallelQuery<T> Alone<T>(ParallelQuery<T> query) =>
        Control.Current is null ? query : query.WithDegreeOfParallelism(1).WithMergeOptions(ParallelMergeOptions.FullyBuffered);
}
