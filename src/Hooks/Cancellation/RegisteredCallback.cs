namespace ReplayKit.Hooks;

/// <summary>A callback that woven code registered with a token under control.</summary>
internal sealed class RegisteredCallback(IControl control, Action body)
{
    private TaskCompletionSource? _ended;
    private bool _isRemoved;
    private bool _isCollected;

    /// <summary>What runs it; null when nothing does.</summary>
    public object? Execution { get; private set; }

    /// <summary>Called when the token is cancelled.</summary>
    public void Run()
    {
        if (Control.Current != control)
        {
            body();
            return;
        }

        _isCollected = control.StateOf<CallbackRegistry>(control).Take(this);
        if (!_isCollected) RunHere();
    }

    /// <summary>Runs it after it was gathered.</summary>
    public void RunCollected()
    {
        if (_isRemoved) return;
        _isCollected = false;
        RunHere();
    }

    /// <summary>Keeps it from running, if it was gathered and has not run.</summary>
    /// <returns>Whether it was.</returns>
    public bool Remove()
    {
        if (!_isCollected || _isRemoved) return false;
        return _isRemoved = true;
    }

    /// <summary>Ends when it has run.</summary>
    public Task WhenEnded() => (_ended ??= new TaskCompletionSource()).Task;

    private void RunHere()
    {
        Execution = control.Execution;
        control.Acquired(this);
        try
        {
            body();
        }
        finally
        {
            control.Released(this);
            Execution = null;
            var context = CompletionHooks.Enter();
            _ended?.TrySetResult();
            CompletionHooks.Exit(context);
        }
    }
}
