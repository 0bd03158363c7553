namespace ReplayKit.Hooks;

/// <summary>What a thread of woven code runs: its body under control, where it was started under control.</summary>
internal sealed class ThreadEntry(Action<object?> body)
{
    private IControl? _control;
    private ThreadState? _state;

    /// <summary>Tells that the thread is started under control.</summary>
    public void StartUnder(IControl control, ThreadState state)
    {
        _control = control;
        _state = state;
    }

    public void Run(object? parameter)
    {
        if (_control is null) body(parameter);
        else _control.RunThread(Thread.CurrentThread, () => RunControlled(parameter));
    }

    private void RunControlled(object? parameter)
    {
        _control!.StateOf<ExecutionThread>(_control.Execution).State = _state;
        try
        {
            body(parameter);
        }
        finally
        {
            _control!.Released(_state!);
            _state!.IsOver = true;
        }
    }
}
