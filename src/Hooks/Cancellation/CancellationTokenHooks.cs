namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="CancellationToken"/>.</summary>
public static class CancellationTokenHooks
{
    /// <summary>In place of <see cref="CancellationToken.IsCancellationRequested"/>: a scheduling point, so that a loop that polls comes to an end.</summary>
    public static bool IsCancellationRequested(ref CancellationToken token, string site)
    {
        if (Control.Current is null || CancellationFields.SourceOf(ref token) is not { } source) return token.IsCancellationRequested;
        return CancellationTokenSourceHooks.IsCancellationRequested(source, site);
    }

    /// <summary>In place of <see cref="CancellationToken.ThrowIfCancellationRequested"/>.</summary>
    public static void ThrowIfCancellationRequested(ref CancellationToken token, string site)
    {
        IsCancellationRequested(ref token, site);
        token.ThrowIfCancellationRequested();
    }

    /// <summary>In place of <see cref="CancellationToken.Register(Action)"/>.</summary>
    public static CancellationTokenRegistration Register(ref CancellationToken token, Action callback) => Register(ref token, callback, useSynchronizationContext: false);

    /// <summary>In place of <see cref="CancellationToken.Register(Action, bool)"/>.</summary>
    public static CancellationTokenRegistration Register(ref CancellationToken token, Action callback, bool useSynchronizationContext) =>
        Control.Current is { } control && callback is not null
            ? Add(control, token, new RegisteredCallback(control, callback), useSynchronizationContext)
            : token.Register(callback!, useSynchronizationContext);

    /// <summary>In place of <see cref="CancellationToken.Register(Action{object}, object)"/>.</summary>
    public static CancellationTokenRegistration Register(ref CancellationToken token, Action<object?> callback, object? state) =>
        Register(ref token, callback, state, useSynchronizationContext: false);

    /// <summary>In place of <see cref="CancellationToken.Register(Action{object}, object, bool)"/>.</summary>
    public static CancellationTokenRegistration Register(ref CancellationToken token, Action<object?> callback, object? state, bool useSynchronizationContext) =>
        Control.Current is { } control && callback is not null
            ? Add(control, token, new RegisteredCallback(control, () => callback(state)), useSynchronizationContext)
            : token.Register(callback!, state, useSynchronizationContext);

    /// <summary>In place of <see cref="CancellationToken.Register(Action{object, CancellationToken}, object)"/>.</summary>
    public static CancellationTokenRegistration Register(ref CancellationToken token, Action<object?, CancellationToken> callback, object? state)
    {
        if (Control.Current is not { } control || callback is null) return token.Register(callback!, state);
        var own = token;
        return Add(control, token, new RegisteredCallback(control, () => callback(state, own)), usesContext: false);
    }

    /// <summary>In place of <see cref="CancellationToken.UnsafeRegister(Action{object}, object)"/>.</summary>
    public static CancellationTokenRegistration UnsafeRegister(ref CancellationToken token, Action<object?> callback, object? state) =>
        Control.Current is { } control && callback is not null
            ? AddUnsafe(control, token, new RegisteredCallback(control, () => callback(state)))
            : token.UnsafeRegister(callback!, state);

    /// <summary>In place of <see cref="CancellationToken.UnsafeRegister(Action{object, CancellationToken}, object)"/>.</summary>
    public static CancellationTokenRegistration UnsafeRegister(ref CancellationToken token, Action<object?, CancellationToken> callback, object? state)
    {
        if (Control.Current is not { } control || callback is null) return token.UnsafeRegister(callback!, state);
        var own = token;
        return AddUnsafe(control, token, new RegisteredCallback(control, () => callback(state, own)));
    }

    private static CancellationTokenRegistration Add(IControl control, CancellationToken token, RegisteredCallback callback, bool usesContext)
    {
        control.Released(callback);
        var isOwn = usesContext && SynchronizationContextHooks.Current is not null;
        return Note(control, token.Register(static state => ((RegisteredCallback)state!).Run(), callback, isOwn), callback);
    }

    private static CancellationTokenRegistration AddUnsafe(IControl control, CancellationToken token, RegisteredCallback callback)
    {
        control.Released(callback);
        return Note(control, token.UnsafeRegister(static state => ((RegisteredCallback)state!).Run(), callback), callback);
    }

    private static CancellationTokenRegistration Note(IControl control, CancellationTokenRegistration registration, RegisteredCallback callback)
    {
        if (registration != default) control.StateOf<CallbackRegistry>(control).Add(registration, callback);
        return registration;
    }
}
