using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="ThreadLocal{T}"/>: the values are those of the run, so that none is left from an earlier one.</summary>
public static class ThreadLocalHooks
{
    /// <summary>In place of <see cref="ThreadLocal{T}.Value"/>.</summary>
    public static T Value<T>(ThreadLocal<T> local)
    {
        if (ModelOf(local) is not { } model) return local.Value!;
        // A disposed one throws, in its own words.
        _ = local.IsValueCreated;
        var thread = ThreadFactHooks.CurrentThread;
        if (model.TryGet(thread, out var known)) return known!;
        var factory = Fields<T>.FactoryOf(local);
        var made = factory is null ? default! : factory();
        if (model.Has(thread)) throw new InvalidOperationException("ValueFactory attempted to access the Value property of this instance.");
        model.Set(thread, made);
        return made;
    }

    /// <summary>In place of <see cref="ThreadLocal{T}.Value"/>.</summary>
    public static void SetValue<T>(ThreadLocal<T> local, T value)
    {
        if (ModelOf(local) is { } model)
        {
            _ = local.IsValueCreated;
            model.Set(ThreadFactHooks.CurrentThread, value);
        }
        else
        {
            local.Value = value;
        }
    }

    /// <summary>In place of <see cref="ThreadLocal{T}.IsValueCreated"/>.</summary>
    public static bool IsValueCreated<T>(ThreadLocal<T> local) => ModelOf(local) is { } model ? local.IsValueCreated | model.Has(ThreadFactHooks.CurrentThread) : local.IsValueCreated;

    /// <summary>In place of <see cref="ThreadLocal{T}.Values"/>: in the order in which the threads came to have one.</summary>
    public static IList<T> Values<T>(ThreadLocal<T> local)
    {
        // One that does not track its values throws, in its own words.
        var real = local.Values;
        return ModelOf(local)?.All() ?? real;
    }

    private static ThreadLocalModel<T>? ModelOf<T>(ThreadLocal<T> local)
    {
        ArgumentNullException.ThrowIfNull(local);
        return Control.Current?.StateOf<ThreadLocalModel<T>>(local);
    }

    private static class Fields<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_valueFactory")]
        public static extern ref Func<T>? FactoryOf(ThreadLocal<T> local);
    }
}
