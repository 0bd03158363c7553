namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of the members of <see cref="Task"/> that make one task of many.</summary>
public static class TaskWhenHooks
{
    private const TaskContinuationOptions Inline = TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.HideScheduler | TaskContinuationOptions.DenyChildAttach;

    /// <summary>In place of <see cref="Task.WhenAll(Task[])"/>.</summary>
    public static Task WhenAll(Task[] tasks, string site) =>
        Control.Current is { } control && tasks is not null ? Task.WhenAll(Relays.Of(control, tasks, site)) : Task.WhenAll(tasks!);

    /// <summary>In place of <see cref="Task.WhenAll(ReadOnlySpan{Task})"/>.</summary>
    public static Task WhenAll(ReadOnlySpan<Task> tasks, string site) =>
        Control.Current is { } control ? Task.WhenAll(Relays.Of(control, tasks.ToArray(), site)) : Task.WhenAll(tasks);

    /// <summary>In place of <see cref="Task.WhenAll(IEnumerable{Task})"/>.</summary>
    public static Task WhenAll(IEnumerable<Task> tasks, string site) =>
        Control.Current is { } control && tasks is not null ? Task.WhenAll(Relays.Of(control, tasks.ToArray(), site)) : Task.WhenAll(tasks!);

    /// <summary>In place of <see cref="Task.WhenAll{TResult}(Task{TResult}[])"/>.</summary>
    public static Task<TResult[]> WhenAll<TResult>(Task<TResult>[] tasks, string site) =>
        Control.Current is { } control && tasks is not null ? Task.WhenAll(Relays.Of(control, tasks, site)) : Task.WhenAll(tasks!);

    /// <summary>In place of <see cref="Task.WhenAll{TResult}(ReadOnlySpan{Task{TResult}})"/>.</summary>
    public static Task<TResult[]> WhenAll<TResult>(ReadOnlySpan<Task<TResult>> tasks, string site) =>
        Control.Current is { } control ? Task.WhenAll(Relays.Of(control, tasks.ToArray(), site)) : Task.WhenAll(tasks);

    /// <summary>In place of <see cref="Task.WhenAll{TResult}(IEnumerable{Task{TResult}})"/>.</summary>
    public static Task<TResult[]> WhenAll<TResult>(IEnumerable<Task<TResult>> tasks, string site) =>
        Control.Current is { } control && tasks is not null ? Task.WhenAll(Relays.Of(control, tasks.ToArray(), site)) : Task.WhenAll(tasks!);

    /// <summary>In place of <see cref="Task.WhenAny(Task[])"/>.</summary>
    public static Task<Task> WhenAny(Task[] tasks, string site)
    {
        if (Control.Current is not { } control || tasks is null) return Task.WhenAny(tasks!);
        Task[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var first = Task.WhenAny(relays);
        return ReferenceEquals(relays, originals) ? first : Mapped(first, first => Relays.Original(originals, relays, first.Result));
    }

    /// <summary>In place of <see cref="Task.WhenAny(ReadOnlySpan{Task})"/>.</summary>
    public static Task<Task> WhenAny(ReadOnlySpan<Task> tasks, string site) => Control.Current is null ? Task.WhenAny(tasks) : WhenAny(tasks.ToArray(), site);

    /// <summary>In place of <see cref="Task.WhenAny(Task, Task)"/>.</summary>
    public static Task<Task> WhenAny(Task task1, Task task2, string site) =>
        Relays.Leaves(task1) || Relays.Leaves(task2) ? WhenAny([task1, task2], site) : Task.WhenAny(task1, task2);

    /// <summary>In place of <see cref="Task.WhenAny(IEnumerable{Task})"/>.</summary>
    public static Task<Task> WhenAny(IEnumerable<Task> tasks, string site) => Control.Current is null || tasks is null ? Task.WhenAny(tasks!) : WhenAny(tasks.ToArray(), site);

    /// <summary>In place of <see cref="Task.WhenAny{TResult}(Task{TResult}[])"/>.</summary>
    public static Task<Task<TResult>> WhenAny<TResult>(Task<TResult>[] tasks, string site)
    {
        if (Control.Current is not { } control || tasks is null) return Task.WhenAny(tasks!);
        Task<TResult>[] originals = [.. tasks];
        var relays = Relays.Of(control, originals, site);
        var first = Task.WhenAny(relays);
        return ReferenceEquals(relays, originals) ? first : Mapped(first, first => Relays.Original(originals, relays, first.Result));
    }

    /// <summary>In place of <see cref="Task.WhenAny{TResult}(ReadOnlySpan{Task{TResult}})"/>.</summary>
    public static Task<Task<TResult>> WhenAny<TResult>(ReadOnlySpan<Task<TResult>> tasks, string site) =>
        Control.Current is null ? Task.WhenAny(tasks) : WhenAny(tasks.ToArray(), site);

    /// <summary>In place of <see cref="Task.WhenAny{TResult}(Task{TResult}, Task{TResult})"/>.</summary>
    public static Task<Task<TResult>> WhenAny<TResult>(Task<TResult> task1, Task<TResult> task2, string site) =>
        Relays.Leaves(task1) || Relays.Leaves(task2) ? WhenAny([task1, task2], site) : Task.WhenAny(task1, task2);

    /// <summary>In place of <see cref="Task.WhenAny{TResult}(IEnumerable{Task{TResult}})"/>.</summary>
    public static Task<Task<TResult>> WhenAny<TResult>(IEnumerable<Task<TResult>> tasks, string site) =>
        Control.Current is null || tasks is null ? Task.WhenAny(tasks!) : WhenAny(tasks.ToArray(), site);

    /// <summary>In place of <see cref="Task.WhenEach(Task[])"/>.</summary>
    public static IAsyncEnumerable<Task> WhenEach(Task[] tasks) => Control.Current is null || tasks is null ? Task.WhenEach(tasks!) : CompletionOrder<Task>.Of(tasks);

    /// <summary>In place of <see cref="Task.WhenEach(ReadOnlySpan{Task})"/>.</summary>
    public static IAsyncEnumerable<Task> WhenEach(ReadOnlySpan<Task> tasks) => Control.Current is null ? Task.WhenEach(tasks) : CompletionOrder<Task>.Of(tasks.ToArray());

    /// <summary>In place of <see cref="Task.WhenEach(IEnumerable{Task})"/>.</summary>
    public static IAsyncEnumerable<Task> WhenEach(IEnumerable<Task> tasks) =>
        Control.Current is null || tasks is null ? Task.WhenEach(tasks!) : CompletionOrder<Task>.Of(tasks);

    /// <summary>In place of <see cref="Task.WhenEach{TResult}(Task{TResult}[])"/>.</summary>
    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(Task<TResult>[] tasks) =>
        Control.Current is null || tasks is null ? Task.WhenEach(tasks!) : CompletionOrder<Task<TResult>>.Of(tasks);

    /// <summary>In place of <see cref="Task.WhenEach{TResult}(ReadOnlySpan{Task{TResult}})"/>.</summary>
    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(ReadOnlySpan<Task<TResult>> tasks) =>
        Control.Current is null ? Task.WhenEach(tasks) : CompletionOrder<Task<TResult>>.Of(tasks.ToArray());

    /// <summary>In place of <see cref="Task.WhenEach{TResult}(IEnumerable{Task{TResult}})"/>.</summary>
    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(IEnumerable<Task<TResult>> tasks) =>
        Control.Current is null || tasks is null ? Task.WhenEach(tasks!) : CompletionOrder<Task<TResult>>.Of(tasks);

    /// <summary>In place of <see cref="TaskExtensions.Unwrap(Task{Task})"/>.</summary>
    public static Task Unwrap(Task<Task> task, string site) => Control.Current is { } control && task is not null ? Relays.Of(control, task, site).Unwrap() : task!.Unwrap();

    /// <summary>In place of <see cref="TaskExtensions.Unwrap{TResult}(Task{Task{TResult}})"/>.</summary>
    public static Task<TResult> Unwrap<TResult>(Task<Task<TResult>> task, string site) =>
        Control.Current is { } control && task is not null ? Relays.Of(control, task, site).Unwrap() : task!.Unwrap();

    // The runtime's own task of the first one ends with the relay: this one ends with what it stands for, where the relay does.
    private static Task<TTask> Mapped<TTask>(Task<TTask> first, Func<Task<TTask>, TTask> map) =>
        first.ContinueWith(map, CancellationToken.None, Inline, new InlineScheduler());
}
