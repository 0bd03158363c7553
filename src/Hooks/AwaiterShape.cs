using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>What is known of an awaiter's type. Looked up once per type.</summary>
/// <typeparam name="TAwaiter">The awaiter's type.</typeparam>
internal static class AwaiterShape<TAwaiter>
    where TAwaiter : INotifyCompletion
{
    /// <summary>Asks the awaiter; null when it can only call back.</summary>
    public static readonly IsCompletedGetter? IsCompleted = FindIsCompleted();

    /// <summary>Whether the awaiter waits for nothing.</summary>
    public static readonly bool IsYield = typeof(TAwaiter) == typeof(YieldAwaitable.YieldAwaiter);

    // Fields lead from the awaiter to its task: TaskAwaiter.m_task, ConfiguredTaskAwaiter.m_task, ValueTaskAwaiter._value._obj.
    private static readonly ImmutableArray<FieldInfo> TaskPath = FindTaskPath();

    public delegate bool IsCompletedGetter(ref TAwaiter awaiter);

    /// <summary>The task that the awaiter waits for; null when there is none, or when its type hides it.</summary>
    public static Task? TaskOf(TAwaiter awaiter) => SourceOf(awaiter) as Task;

    /// <summary>What completes the awaiter, a task or a source of value tasks; null when there is none, or when its type hides it.</summary>
    public static object? SourceOf(TAwaiter awaiter)
    {
        object? value = awaiter;
        foreach (var field in TaskPath)
        {
            if (value is null) return null;
            value = field.GetValue(value);
        }

        return TaskPath.Length == 0 ? null : value;
    }

    /// <summary>Whether the awaiter goes on in the context or the scheduler that is current: it does, unless it is one of the runtime's and was told not to.</summary>
    public static bool CapturesContext(TAwaiter awaiter)
    {
        const BindingFlags own = BindingFlags.Instance | BindingFlags.NonPublic;
        if (!IsOfRuntime(typeof(TAwaiter)) || !typeof(TAwaiter).IsNested || IsYield) return true;
        if (typeof(TAwaiter).GetField("m_options", own) is { } options) return ((ConfigureAwaitOptions)options.GetValue(awaiter)!).HasFlag(ConfigureAwaitOptions.ContinueOnCapturedContext);
        var value = typeof(TAwaiter).GetField("_value", own)?.GetValue(awaiter);
        return value?.GetType().GetField("_continueOnCapturedContext", own)?.GetValue(value) is not false;
    }

    private static IsCompletedGetter? FindIsCompleted()
    {
        // A yield never says that it is complete: the awaiter exists to call back.
        if (typeof(TAwaiter) == typeof(YieldAwaitable.YieldAwaiter)) return null;
        var getter = FindProperty(typeof(TAwaiter));
        if (getter is null) return null;
        if (typeof(TAwaiter).IsValueType) return getter.CreateDelegate<IsCompletedGetter>();
        var onObject = getter.CreateDelegate<Func<TAwaiter, bool>>();
        return (ref TAwaiter awaiter) => onObject(awaiter);
    }

    // From the type up: it may hide a property of the same name.
    private static MethodInfo? FindProperty(Type? type)
    {
        const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (; type is not null; type = type.BaseType)
        {
            var property = type.GetProperty("IsCompleted", own, null, typeof(bool), Type.EmptyTypes, null);
            if (property?.GetMethod is { } getter) return getter;
        }

        return null;
    }

    private static ImmutableArray<FieldInfo> FindTaskPath()
    {
        var path = new List<FieldInfo>();
        for (var type = typeof(TAwaiter); IsOfRuntime(type);)
        {
            var fields = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
            var next = Array.Find(fields, static field => typeof(Task).IsAssignableFrom(field.FieldType) || IsValueTask(field.FieldType) || field is { Name: "_obj" });
            if (next is null) return [];
            path.Add(next);
            if (!IsValueTask(next.FieldType)) return [.. path];
            type = next.FieldType;
        }

        return [];
    }

    private static bool IsOfRuntime(Type type) => type.Assembly == typeof(object).Assembly && type.IsValueType;

    private static bool IsValueTask(Type type) =>
        type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));
}
