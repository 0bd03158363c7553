namespace ReplayKit.Hooks;

/// <content>Operators on two queries: the framework refuses two that were both told how to run, so the second one goes in as its results.</content>
public static partial class ParallelEnumerableHooks
{
    /// <summary>In place of <c>ParallelEnumerable.Zip{TFirst, TSecond, TResult}</c>.</summary>
    public static ParallelQuery<TResult> Zip<TFirst, TSecond, TResult>(ParallelQuery<TFirst> first, ParallelQuery<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector) =>
        ParallelEnumerable.Zip(first, Second(second), resultSelector);

    /// <summary>In place of <c>ParallelEnumerable.Join{TOuter, TInner, TKey, TResult}</c>.</summary>
    public static ParallelQuery<TResult> Join<TOuter, TInner, TKey, TResult>(ParallelQuery<TOuter> outer, ParallelQuery<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner, TResult> resultSelector) =>
        ParallelEnumerable.Join(outer, Second(inner), outerKeySelector, innerKeySelector, resultSelector);

    /// <summary>In place of <c>ParallelEnumerable.Join{TOuter, TInner, TKey, TResult}</c>.</summary>
    public static ParallelQuery<TResult> Join<TOuter, TInner, TKey, TResult>(ParallelQuery<TOuter> outer, ParallelQuery<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner, TResult> resultSelector, IEqualityComparer<TKey> comparer) =>
        ParallelEnumerable.Join(outer, Second(inner), outerKeySelector, innerKeySelector, resultSelector, comparer);

    /// <summary>In place of <c>ParallelEnumerable.GroupJoin{TOuter, TInner, TKey, TResult}</c>.</summary>
    public static ParallelQuery<TResult> GroupJoin<TOuter, TInner, TKey, TResult>(ParallelQuery<TOuter> outer, ParallelQuery<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, IEnumerable<TInner>, TResult> resultSelector) =>
        ParallelEnumerable.GroupJoin(outer, Second(inner), outerKeySelector, innerKeySelector, resultSelector);

    /// <summary>In place of <c>ParallelEnumerable.GroupJoin{TOuter, TInner, TKey, TResult}</c>.</summary>
    public static ParallelQuery<TResult> GroupJoin<TOuter, TInner, TKey, TResult>(ParallelQuery<TOuter> outer, ParallelQuery<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, IEnumerable<TInner>, TResult> resultSelector, IEqualityComparer<TKey> comparer) =>
        ParallelEnumerable.GroupJoin(outer, Second(inner), outerKeySelector, innerKeySelector, resultSelector, comparer);

    /// <summary>In place of <c>ParallelEnumerable.Concat{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Concat<TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second) =>
        ParallelEnumerable.Concat(first, Second(second));

    /// <summary>In place of <c>ParallelEnumerable.SequenceEqual{TSource}</c>.</summary>
    public static bool SequenceEqual<TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second) =>
        ParallelEnumerable.SequenceEqual(first, Second(second));

    /// <summary>In place of <c>ParallelEnumerable.SequenceEqual{TSource}</c>.</summary>
    public static bool SequenceEqual<TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second, IEqualityComparer<TSource> comparer) =>
        ParallelEnumerable.SequenceEqual(first, Second(second), comparer);

    /// <summary>In place of <c>ParallelEnumerable.Union{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Union<TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second) =>
        ParallelEnumerable.Union(first, Second(second));

    /// <summary>In place of <c>ParallelEnumerable.Union{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Union<TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second, IEqualityComparer<TSource> comparer) =>
        ParallelEnumerable.Union(first, Second(second), comparer);

    /// <summary>In place of <c>ParallelEnumerable.Intersect{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Intersect<TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second) =>
        ParallelEnumerable.Intersect(first, Second(second));

    /// <summary>In place of <c>ParallelEnumerable.Intersect{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Intersect<TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second, IEqualityComparer<TSource> comparer) =>
        ParallelEnumerable.Intersect(first, Second(second), comparer);

    /// <summary>In place of <c>ParallelEnumerable.Except{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Except<TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second) =>
        ParallelEnumerable.Except(first, Second(second));

    /// <summary>In place of <c>ParallelEnumerable.Except{TSource}</c>.</summary>
    public static ParallelQuery<TSource> Except<TSource>(ParallelQuery<TSource> first, ParallelQuery<TSource> second, IEqualityComparer<TSource> comparer) =>
        ParallelEnumerable.Except(first, Second(second), comparer);

    private static ParallelQuery<T> Second<T>(ParallelQuery<T> second) => Control.Current is null || second is null ? second! : second.AsSequential().AsParallel();
}
