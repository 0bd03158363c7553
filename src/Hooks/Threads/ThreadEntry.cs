using System.Globalization;

namespace ReplayKit.Hooks;

/// <summary>What a thread of woven code runs: its body under control, where it was started under control.</summary>
/// <param name="body">The body.</param>
/// <param name="takesParameter">Whether it may be started with a parameter.</param>
/// <param name="needsThread">Whether it must run on the very thread: it was given a stack of a size of its own.</param>
internal sealed class ThreadEntry(Action<object?> body, bool takesParameter, bool needsThread)
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

    /// <summary>Runs it on the thread itself.</summary>
    public void Run(object? parameter)
    {
        if (_control is null) body(parameter);
        else _control.RunThread(Thread.CurrentThread, RunControlled);
    }

    /// <summary>What to run on another thread, in its starter's execution context; null where it must run on the thread itself.</summary>
    public Action? Lent()
    {
        if (needsThread) return null;
        var flow = ExecutionContext.Capture();
        return flow is null ? RunControlled : () => ExecutionContext.Run(flow, static entry => ((ThreadEntry)entry!).RunControlled(), this);
    }

    private void RunControlled()
    {
        _control!.StateOf<ExecutionThread>(_control.Execution).State = _model;
        if (_model!.Culture is { } culture) CultureInfo.CurrentCulture = culture;
        if (_model.UICulture is { } texts) CultureInfo.CurrentUICulture = texts;
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
