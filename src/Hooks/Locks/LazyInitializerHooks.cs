using System.Diagnostics.CodeAnalysis;

namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="LazyInitializer"/>: the same steps, with scheduling points between them.</summary>
public static class LazyInitializerHooks
{
    /// <summary>In place of <see cref="LazyInitializer.EnsureInitialized{T}(ref T)"/>.</summary>
    public static T EnsureInitialized<T>([NotNull] ref T? target, string site)
        where T : class =>
        Control.Current is { } control ? Publish(control, ref target, Activator.CreateInstance<T>, site) : LazyInitializer.EnsureInitialized(ref target);

    /// <summary>In place of <see cref="LazyInitializer.EnsureInitialized{T}(ref T, Func{T})"/>.</summary>
    public static T EnsureInitialized<T>([NotNull] ref T? target, Func<T> valueFactory, string site)
        where T : class =>
        Control.Current is { } control && valueFactory is not null ? Publish(control, ref target, valueFactory, site) : LazyInitializer.EnsureInitialized(ref target, valueFactory!);

    /// <summary>In place of <see cref="LazyInitializer.EnsureInitialized{T}(ref T, ref object, Func{T})"/>.</summary>
    public static T EnsureInitialized<T>([NotNull] ref T? target, [NotNullIfNotNull(nameof(syncLock))] ref object? syncLock, Func<T> valueFactory, string site)
        where T : class
    {
        if (Control.Current is not { } control || valueFactory is null) return LazyInitializer.EnsureInitialized(ref target, ref syncLock, valueFactory!);
        control.Point(PointKind.Atomic, null, site);
        if (target is not null)
        {
            if (syncLock is not null) control.Acquired(syncLock);
            return target;
        }

        syncLock ??= new object();
        var gate = syncLock;
        MonitorHooks.Enter(gate, site);
        try
        {
            return target ??= valueFactory() ?? throw NoValue();
        }
        finally
        {
            MonitorHooks.Exit(gate);
        }
    }

    /// <summary>In place of <see cref="LazyInitializer.EnsureInitialized{T}(ref T, ref bool, ref object)"/>.</summary>
    public static T EnsureInitialized<T>([AllowNull] ref T target, ref bool initialized, [NotNullIfNotNull(nameof(syncLock))] ref object? syncLock, string site) =>
        Control.Current is null
            ? LazyInitializer.EnsureInitialized(ref target!, ref initialized, ref syncLock)
            : EnsureInitialized(ref target!, ref initialized, ref syncLock, Activator.CreateInstance<T>, site);

    /// <summary>In place of <see cref="LazyInitializer.EnsureInitialized{T}(ref T, ref bool, ref object, Func{T})"/>.</summary>
    [SuppressMessage("Design", "CA1045", Justification = "As the member.")]
    public static T EnsureInitialized<T>([AllowNull] ref T target, ref bool initialized, [NotNullIfNotNull(nameof(syncLock))] ref object? syncLock, Func<T> valueFactory, string site)
    {
        if (Control.Current is not { } control || valueFactory is null)
            return LazyInitializer.EnsureInitialized(ref target!, ref initialized, ref syncLock, valueFactory!);
        control.Point(PointKind.Atomic, null, site);
        if (initialized)
        {
            if (syncLock is not null) control.Acquired(syncLock);
            return target!;
        }

        syncLock ??= new object();
        var gate = syncLock;
        MonitorHooks.Enter(gate, site);
        try
        {
            if (!initialized)
            {
                target = valueFactory();
                initialized = true;
            }

            return target!;
        }
        finally
        {
            MonitorHooks.Exit(gate);
        }
    }

    // Two may make a value: the first to publish it wins. Which location it is is not known, only what is in it.
    private static T Publish<T>(IControl control, [NotNull] ref T? target, Func<T> factory, string site)
        where T : class
    {
        control.Point(PointKind.Atomic, null, site);
        control.Acquired(typeof(T));
        if (target is not null) return target;
        var made = factory() ?? throw NoValue();
        control.Point(PointKind.Atomic, null, site);
        control.Acquired(typeof(T));
        control.Released(typeof(T));
        return target ??= made;
    }

    private static InvalidOperationException NoValue() => new("ValueFactory returned null.");
}
