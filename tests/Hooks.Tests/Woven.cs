using System.Runtime.CompilerServices;
using Hooks.Tests.Awaiters;

namespace Hooks.Tests;

/// <summary>Awaits of every shape, as the weaver leaves them.</summary>
internal static class Woven
{
    public const string Site = "Shop.Cache\tGet\t<Get>d__1\t0\tFetch\tCache.cs\t7";

    public static Woven<TaskAwaiter, int> Of(Task task) => new(task.GetAwaiter(), static a => a.IsCompleted, static a => Nothing(a.GetResult));

    public static Woven<TaskAwaiter<int>, int> Of(Task<int> task) => new(task.GetAwaiter(), static a => a.IsCompleted, static a => a.GetResult());

    public static Woven<ConfiguredTaskAwaitable<int>.ConfiguredTaskAwaiter, int> Of(ConfiguredTaskAwaitable<int> task) =>
        new(task.GetAwaiter(), static a => a.IsCompleted, static a => a.GetResult());

    public static Woven<ConfiguredTaskAwaitable.ConfiguredTaskAwaiter, int> Of(ConfiguredTaskAwaitable task) =>
        new(task.GetAwaiter(), static a => a.IsCompleted, static a => Nothing(a.GetResult));

    public static Woven<ValueTaskAwaiter<int>, int> Of(ValueTask<int> task) => new(task.GetAwaiter(), static a => a.IsCompleted, static a => a.GetResult());

    public static Woven<ValueTaskAwaiter, int> Of(ValueTask task) => new(task.GetAwaiter(), static a => a.IsCompleted, static a => Nothing(a.GetResult));

    public static Woven<ConfiguredValueTaskAwaitable<int>.ConfiguredValueTaskAwaiter, int> Of(ConfiguredValueTaskAwaitable<int> task) =>
        new(task.GetAwaiter(), static a => a.IsCompleted, static a => a.GetResult());

    public static Woven<YieldAwaitable.YieldAwaiter, int> Of(YieldAwaitable awaitable) =>
        new(awaitable.GetAwaiter(), static a => a.IsCompleted, static a => Nothing(a.GetResult));

    public static Woven<ObjectAwaiter, int> Of(ObjectAwaiter awaiter) => new(awaiter, static a => a.IsCompleted, static a => a.GetResult());

    public static Woven<StructAwaiter, int> Of(StructAwaiter awaiter) => new(awaiter, static a => a.IsCompleted, static a => a.GetResult());

    private static int Nothing(Action getResult)
    {
        getResult();
        return 0;
    }
}
