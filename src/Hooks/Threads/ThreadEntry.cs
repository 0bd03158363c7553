namespace ReplayKit.Hooks;

/// <summary>What a thread of woven code runs: its body under control, where it was started under control.</summary>
/// <param name="body">The body.</param>
/// <param name="takesParameter">Whether it may be started with a parameter.</param>
internal sealed class ThreadEntry(Action<object?> body, bool takesParameter)
{
    private IControl? _control;
    private ThreadModel? _model;
    private object? _parameter;

    public bool TakesParameter => takesParameter;

    /// <summary>Tells that the thread is started under control.</summary>
    public void StartUnder(IControl control, ThreadModel model, object? parameter)
    {
        _control = control;
        _model = model;
        _parameter = parameter;
    }

    public void Run(object? parameter)
    {
        if (_control is null) body(parameter);
        else _control.RunThread(Thread.CurrentThread, RunControlled);
    }

    private void RunControlled()
    {
        _control!.StateOf<ExecutionThread>(_control.Execution).State = _model;
        try
        {
            body(_parameter);
        }
        finally
        {
            _control!.Released(_model!);
            _model!.IsOver = true;
        }
    }
}
