namespace ReplayKit.Hooks;

/// <summary>The callbacks that a run has registered with tokens.</summary>
internal sealed class CallbackRegistry
{
    private readonly Dictionary<CancellationTokenRegistration, RegisteredCallback> _callbacks = [];
    private List<RegisteredCallback>? _collected;

    public void Add(CancellationTokenRegistration registration, RegisteredCallback callback) => _callbacks[registration] = callback;

    public RegisteredCallback? Find(CancellationTokenRegistration registration) => _callbacks.GetValueOrDefault(registration);

    /// <summary>Forgets a registration: its callback will not run any more, or has run.</summary>
    public void Remove(CancellationTokenRegistration registration) => _callbacks.Remove(registration);

    /// <summary>Cancels, and gathers the callbacks that this would run.</summary>
    public List<RegisteredCallback> Collect(Action cancel)
    {
        var collected = _collected = [];
        try
        {
            cancel();
        }
        finally
        {
            _collected = null;
        }

        return collected;
    }

    /// <summary>Takes a callback that is to run, where callbacks are gathered now.</summary>
    /// <returns>Whether they are.</returns>
    public bool Take(RegisteredCallback callback)
    {
        _collected?.Add(callback);
        return _collected is not null;
    }
}
