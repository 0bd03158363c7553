using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of members of the runtime's awaiters. Awaits call them too: where the awaiter is complete, they cost one question.</summary>
public static class AwaiterHooks
{
    /// <summary>In place of <see cref="TaskAwaiter.GetResult"/>.</summary>
    public static void GetResult(ref TaskAwaiter awaiter, string site)
    {
        if (!awaiter.IsCompleted) TaskWaits.Until(awaiter, site);
        awaiter.GetResult();
    }

    /// <summary>In place of <see cref="TaskAwaiter{TResult}.GetResult"/>.</summary>
    public static TResult GetResult<TResult>(ref TaskAwaiter<TResult> awaiter, string site)
    {
        if (!awaiter.IsCompleted) TaskWaits.Until(awaiter, site);
        return awaiter.GetResult();
    }

    /// <summary>In place of <see cref="ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.GetResult"/>.</summary>
    public static void GetResult(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter, string site)
    {
        if (!awaiter.IsCompleted) TaskWaits.Until(awaiter, site);
        awaiter.GetResult();
    }

    /// <summary>In place of <see cref="ConfiguredTaskAwaitable{TResult}.ConfiguredTaskAwaiter.GetResult"/>.</summary>
    public static TResult GetResult<TResult>(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter awaiter, string site)
    {
        if (!awaiter.IsCompleted) TaskWaits.Until(awaiter, site);
        return awaiter.GetResult();
    }

    /// <summary>In place of <see cref="ValueTaskAwaiter.GetResult"/>.</summary>
    public static void GetResult(ref ValueTaskAwaiter awaiter, string site)
    {
        if (!awaiter.IsCompleted) TaskWaits.Until(awaiter, site);
        awaiter.GetResult();
    }

    /// <summary>In place of <see cref="ValueTaskAwaiter{TResult}.GetResult"/>.</summary>
    public static TResult GetResult<TResult>(ref ValueTaskAwaiter<TResult> awaiter, string site)
    {
        if (!awaiter.IsCompleted) TaskWaits.Until(awaiter, site);
        return awaiter.GetResult();
    }

    /// <summary>In place of <see cref="ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter.GetResult"/>.</summary>
    public static void GetResult(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter, string site)
    {
        if (!awaiter.IsCompleted) TaskWaits.Until(awaiter, site);
        awaiter.GetResult();
    }

    /// <summary>In place of <see cref="ConfiguredValueTaskAwaitable{TResult}.ConfiguredValueTaskAwaiter.GetResult"/>.</summary>
    public static TResult GetResult<TResult>(ref ConfiguredValueTaskAwaitable<TResult>.ConfiguredValueTaskAwaiter awaiter, string site)
    {
        if (!awaiter.IsCompleted) TaskWaits.Until(awaiter, site);
        return awaiter.GetResult();
    }

    /// <summary>In place of <see cref="TaskAwaiter.OnCompleted"/>.</summary>
    public static void OnCompleted(ref TaskAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: true, site)) awaiter.OnCompleted(continuation);
    }

    /// <summary>In place of <see cref="TaskAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref TaskAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: false, site)) awaiter.UnsafeOnCompleted(continuation);
    }

    /// <summary>In place of <see cref="TaskAwaiter{TResult}.OnCompleted"/>.</summary>
    public static void OnCompleted<TResult>(ref TaskAwaiter<TResult> awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: true, site)) awaiter.OnCompleted(continuation);
    }

    /// <summary>In place of <see cref="TaskAwaiter{TResult}.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted<TResult>(ref TaskAwaiter<TResult> awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: false, site)) awaiter.UnsafeOnCompleted(continuation);
    }

    /// <summary>In place of <see cref="ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.OnCompleted"/>.</summary>
    public static void OnCompleted(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: true, site)) awaiter.OnCompleted(continuation);
    }

    /// <summary>In place of <see cref="ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: false, site)) awaiter.UnsafeOnCompleted(continuation);
    }

    /// <summary>In place of <see cref="ConfiguredTaskAwaitable{TResult}.ConfiguredTaskAwaiter.OnCompleted"/>.</summary>
    public static void OnCompleted<TResult>(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: true, site)) awaiter.OnCompleted(continuation);
    }

    /// <summary>In place of <see cref="ConfiguredTaskAwaitable{TResult}.ConfiguredTaskAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted<TResult>(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: false, site)) awaiter.UnsafeOnCompleted(continuation);
    }

    /// <summary>In place of <see cref="ValueTaskAwaiter.OnCompleted"/>.</summary>
    public static void OnCompleted(ref ValueTaskAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: true, site)) awaiter.OnCompleted(continuation);
    }

    /// <summary>In place of <see cref="ValueTaskAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref ValueTaskAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: false, site)) awaiter.UnsafeOnCompleted(continuation);
    }

    /// <summary>In place of <see cref="ValueTaskAwaiter{TResult}.OnCompleted"/>.</summary>
    public static void OnCompleted<TResult>(ref ValueTaskAwaiter<TResult> awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: true, site)) awaiter.OnCompleted(continuation);
    }

    /// <summary>In place of <see cref="ValueTaskAwaiter{TResult}.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted<TResult>(ref ValueTaskAwaiter<TResult> awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: false, site)) awaiter.UnsafeOnCompleted(continuation);
    }

    /// <summary>In place of <see cref="ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter.OnCompleted"/>.</summary>
    public static void OnCompleted(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: true, site)) awaiter.OnCompleted(continuation);
    }

    /// <summary>In place of <see cref="ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: false, site)) awaiter.UnsafeOnCompleted(continuation);
    }

    /// <summary>In place of <see cref="ConfiguredValueTaskAwaitable{TResult}.ConfiguredValueTaskAwaiter.OnCompleted"/>.</summary>
    public static void OnCompleted<TResult>(ref ConfiguredValueTaskAwaitable<TResult>.ConfiguredValueTaskAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: true, site)) awaiter.OnCompleted(continuation);
    }

    /// <summary>In place of <see cref="ConfiguredValueTaskAwaitable{TResult}.ConfiguredValueTaskAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted<TResult>(ref ConfiguredValueTaskAwaitable<TResult>.ConfiguredValueTaskAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: false, site)) awaiter.UnsafeOnCompleted(continuation);
    }

    /// <summary>In place of <see cref="YieldAwaitable.YieldAwaiter.OnCompleted"/>.</summary>
    public static void OnCompleted(ref YieldAwaitable.YieldAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: true, site)) awaiter.OnCompleted(continuation);
    }

    /// <summary>In place of <see cref="YieldAwaitable.YieldAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref YieldAwaitable.YieldAwaiter awaiter, Action continuation, string site)
    {
        if (!AwaiterCallbacks.IsTaken(awaiter, continuation, flowsContext: false, site)) awaiter.UnsafeOnCompleted(continuation);
    }
}
