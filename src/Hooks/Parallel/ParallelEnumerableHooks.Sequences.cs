#pragma warning disable CS0618 // The framework keeps these to refuse a second sequence that is not parallel.

namespace ReplayKit.Hooks;

/// <content>Operators on a query and a sequence, all of which refuse the sequence.</content>
public static partial class ParallelEnumerableHooks
{
    /// <summary>In place of <c>ParallelEnumerable.Zip{TFirst, TSecond, TResult}</c>.</summary>
    public static ParallelQuery<TResult> Zip<TFirst, TSecond, TResult>(ParallelQuery<TFirst> first, IEnumerable<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector) =>
        ParallelEnumerable.Zip(first, second, resultSelector);

    /// <summary>In place of <c>ParallelEnumerable.Join{TOuter, TInner, TKey, TResult}</c>.</summary>
    public static ParallelQuery<TResult> Join<TOuter, TInner, TKey, TResult>(ParallelQuery<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner, TResult> resultSelector) =>
        ParallelEnumerable.Join(outer, inner, outerKeySelector, innerKeySelector, resultSelector);

    /// <summary>In place of <c>ParallelEnumerable.Join{TOuter, TInner, TKey, TResult}</c>.</summary>
    public static ParallelQuery<TResult> Join<TOuter, TInner, TKey, TResult>(ParallelQuery<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner, TResult> resultSelector, IEqualityComparer<TKey> comparer) =>
        ParallelEnumerable.Join(outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer);

    /// <summary>In place of <c>ParallelEnumerable.GroupJoin{TOuter, TInner, TKey, TResult}</c>.</summary>
    public static ParallelQuery<TResult> GroupJoin<TOuter, TInner, TKey, TResult>(ParallelQuery<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, IEnumerable<TInner>, TResult> resultSelector) =>
        ParallelEnumerable.GroupJoin(outer, inner, outerKeySelector, innerKeySelector, resultSelector);

    /// <summary>In place of <c>ParallelEnumerable.GroupJoin{TOuter, TInner, TKey, TResult}</c>.</summary>
    public static ParallelQuery<TResult> GroupJoin<TOuter, TInner, TKey, TResult>(ParallelQuery<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, IEnumerable<TInner>, TResult> resultSelector, IEqualityComparer<TKey> comparer) =>
        ParallelEnumerable.GroupJoin(outer, inner, outerKeySelector, innerKeySelector, resultSelector, comparer);

    /// <summary>In place of <c>ParallelEnumerable.Concat{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Concat<TSource>(ParallelQuery<TSource> first, IEnumerable<TSource> second) =>
        ParallelEnumerable.Concat(first, second);

    /// <summary>In place of <c>ParallelEnumerable.SequenceEqual{TSource}</c>.</summary>
    public static bool SequenceEqual<TSource>(ParallelQuery<TSource> first, IEnumerable<TSource> second) =>
        ParallelEnumerable.SequenceEqual(first, second);

    /// <summary>In place of <c>ParallelEnumerable.SequenceEqual{TSource}</c>.</summary>
    public static bool SequenceEqual<TSource>(ParallelQuery<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource> comparer) =>
        ParallelEnumerable.SequenceEqual(first, second, comparer);

    /// <summary>In place of <c>ParallelEnumerable.Union{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Union<TSource>(ParallelQuery<TSource> first, IEnumerable<TSource> second) =>
        ParallelEnumerable.Union(first, second);

    /// <summary>In place of <c>ParallelEnumerable.Union{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Union<TSource>(ParallelQuery<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource> comparer) =>
        ParallelEnumerable.Union(first, second, comparer);

    /// <summary>In place of <c>ParallelEnumerable.Intersect{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Intersect<TSource>(ParallelQuery<TSource> first, IEnumerable<TSource> second) =>
        ParallelEnumerable.Intersect(first, second);

    /// <summary>In place of <c>ParallelEnumerable.Intersect{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Intersect<TSource>(ParallelQuery<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource> comparer) =>
        ParallelEnumerable.Intersect(first, second, comparer);

    /// <summary>In place of <c>ParallelEnumerable.Except{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Except<TSource>(ParallelQuery<TSource> first, IEnumerable<TSource> second) =>
        ParallelEnumerable.Except(first, second);

    /// <summary>In place of <c>ParallelEnumerable.Except{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Except<TSource>(ParallelQuery<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource> comparer) =>
        ParallelEnumerable.Except(first, second, comparer);
}
