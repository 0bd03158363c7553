namespace ReplayKit.Hooks;

/// <summary>Wraps the bodies of tasks, so that they run with their operation's context. See <see cref="OperationScope"/>.</summary>
internal static class Bodies
{
    public static Action Of(Action body) => () =>
    {
        using var scope = OperationScope.Enter();
        body();
    };

    public static Action<T> Of<T>(Action<T> body) => argument =>
    {
        using var scope = OperationScope.Enter();
        body(argument);
    };

    public static Action<T, TState> Of<T, TState>(Action<T, TState> body) => (argument, state) =>
    {
        using var scope = OperationScope.Enter();
        body(argument, state);
    };

    public static Func<TResult> Of<TResult>(Func<TResult> body) => () =>
    {
        using var scope = OperationScope.Enter();
        return body();
    };

    public static Func<T, TResult> Of<T, TResult>(Func<T, TResult> body) => argument =>
    {
        using var scope = OperationScope.Enter();
        return body(argument);
    };

    public static Func<T, TState, TResult> Of<T, TState, TResult>(Func<T, TState, TResult> body) => (argument, state) =>
    {
        using var scope = OperationScope.Enter();
        return body(argument, state);
    };

    /// <summary>A continuation, which comes after what its maker did before: also where it runs on the stack that completes its task.</summary>
    public static Action<T> After<T>(Action<T> body)
    {
        var made = Made.Here();
        return Of<T>(argument =>
        {
            made?.Acquire();
            body(argument);
        });
    }

    /// <summary>See above.</summary>
    public static Action<T, TState> After<T, TState>(Action<T, TState> body)
    {
        var made = Made.Here();
        return Of<T, TState>((argument, state) =>
        {
            made?.Acquire();
            body(argument, state);
        });
    }

    /// <summary>See above.</summary>
    public static Func<T, TResult> After<T, TResult>(Func<T, TResult> body)
    {
        var made = Made.Here();
        return Of<T, TResult>(argument =>
        {
            made?.Acquire();
            return body(argument);
        });
    }

    /// <summary>See above.</summary>
    public static Func<T, TState, TResult> After<T, TState, TResult>(Func<T, TState, TResult> body)
    {
        var made = Made.Here();
        return Of<T, TState, TResult>((argument, state) =>
        {
            made?.Acquire();
            return body(argument, state);
        });
    }
}
