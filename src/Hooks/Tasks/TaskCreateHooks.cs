namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the constructors of <see cref="Task"/>: the body will run with its operation's context.</summary>
public static class TaskCreateHooks
{
    /// <summary>In place of <see cref="Task.Task(Action)"/>.</summary>
    public static Task Create(Action action) => new(Body(action));

    /// <summary>In place of <see cref="Task.Task(Action, CancellationToken)"/>.</summary>
    public static Task Create(Action action, CancellationToken cancellationToken) => new(Body(action), cancellationToken);

    /// <summary>In place of <see cref="Task.Task(Action, TaskCreationOptions)"/>.</summary>
    public static Task Create(Action action, TaskCreationOptions creationOptions) => new(Body(action), creationOptions);

    /// <summary>In place of <see cref="Task.Task(Action, CancellationToken, TaskCreationOptions)"/>.</summary>
    public static Task Create(Action action, CancellationToken cancellationToken, TaskCreationOptions creationOptions) => new(Body(action), cancellationToken, creationOptions);

    /// <summary>In place of <see cref="Task.Task(Action{object}, object)"/>.</summary>
    public static Task Create(Action<object?> action, object? state) => new(Body(action), state);

    /// <summary>In place of <see cref="Task.Task(Action{object}, object, CancellationToken)"/>.</summary>
    public static Task Create(Action<object?> action, object? state, CancellationToken cancellationToken) => new(Body(action), state, cancellationToken);

    /// <summary>In place of <see cref="Task.Task(Action{object}, object, TaskCreationOptions)"/>.</summary>
    public static Task Create(Action<object?> action, object? state, TaskCreationOptions creationOptions) => new(Body(action), state, creationOptions);

    /// <summary>In place of <see cref="Task.Task(Action{object}, object, CancellationToken, TaskCreationOptions)"/>.</summary>
    public static Task Create(Action<object?> action, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions) => new(Body(action), state, cancellationToken, creationOptions);

    /// <summary>In place of <see cref="Task{TResult}.Task(Func{TResult})"/>.</summary>
    public static Task<TResult> Create<TResult>(Func<TResult> function) => new(Body(function));

    /// <summary>In place of <see cref="Task{TResult}.Task(Func{TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> Create<TResult>(Func<TResult> function, CancellationToken cancellationToken) => new(Body(function), cancellationToken);

    /// <summary>In place of <see cref="Task{TResult}.Task(Func{TResult}, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> Create<TResult>(Func<TResult> function, TaskCreationOptions creationOptions) => new(Body(function), creationOptions);

    /// <summary>In place of <see cref="Task{TResult}.Task(Func{TResult}, CancellationToken, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> Create<TResult>(Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions) => new(Body(function), cancellationToken, creationOptions);

    /// <summary>In place of <see cref="Task{TResult}.Task(Func{object, TResult}, object)"/>.</summary>
    public static Task<TResult> Create<TResult>(Func<object?, TResult> function, object? state) => new(Body(function), state);

    /// <summary>In place of <see cref="Task{TResult}.Task(Func{object, TResult}, object, CancellationToken)"/>.</summary>
    public static Task<TResult> Create<TResult>(Func<object?, TResult> function, object? state, CancellationToken cancellationToken) => new(Body(function), state, cancellationToken);

    /// <summary>In place of <see cref="Task{TResult}.Task(Func{object, TResult}, object, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> Create<TResult>(Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions) => new(Body(function), state, creationOptions);

    /// <summary>In place of <see cref="Task{TResult}.Task(Func{object, TResult}, object, CancellationToken, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> Create<TResult>(Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions) => new(Body(function), state, cancellationToken, creationOptions);

    private static Action Body(Action body) => Control.Current is null || body is null ? body! : Bodies.Of(body);

    private static Action<object?> Body(Action<object?> body) => Control.Current is null || body is null ? body! : Bodies.Of(body);

    private static Func<TResult> Body<TResult>(Func<TResult> body) => Control.Current is null || body is null ? body! : Bodies.Of(body);

    private static Func<object?, TResult> Body<TResult>(Func<object?, TResult> body) => Control.Current is null || body is null ? body! : Bodies.Of(body);
}
