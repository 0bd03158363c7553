using System.Runtime.CompilerServices;

namespace ReplayKit.Hooks;

/// <summary>A wait that the thread pool does for the program: no worker stands in it, and its callback is work of the pool.</summary>
/// <remarks>
/// It waits as a suspended method does. To be asked whether it is over takes the signal, as the runtime hands a signal to who waits already: whoever
/// asks afterwards finds it taken.
/// </remarks>
internal sealed class RegisteredWait : PendingAwait
{
    private const string Site = "System.Threading.ThreadPool\tRegisterWaitForSingleObject\t<RegisterWaitForSingleObject>d__0\t0\twait handle\t\t0";
    private readonly IControl _control;
    private readonly WaitHandle _handle;
    private readonly RegisteredWaitCall _call;
    private readonly TimeSpan _timeout;
    private readonly bool _isOnce;
    private ITimer? _timer;
    private bool _isTaken;
    private bool _hasTimedOut;
    private bool _isUnregistered;
    private int _runningCount;
    private WaitHandle? _waiting;

    private RegisteredWait(IControl control, WaitHandle handle, RegisteredWaitCall call, (TimeSpan Timeout, bool IsOnce) how)
    {
        (_control, _handle, _call) = (control, handle, call);
        (_timeout, _isOnce) = how;
    }

    public override bool IsCompleted => _isUnregistered || _hasTimedOut || _isTaken || (_isTaken = _handle.WaitOne(0));

    public override bool CanBeAsked => true;

    public override bool IsYield => false;

    public override Task? Task => null;

    /// <summary>Begins to wait.</summary>
    public static RegisteredWaitHandle Begin(IControl control, WaitHandle handle, RegisteredWaitCall call, (TimeSpan Timeout, bool IsOnce) how)
    {
        var wait = new RegisteredWait(control, handle, call, how);
        // Only its identity is needed: a real one waits in the runtime.
        var registered = (RegisteredWaitHandle)RuntimeHelpers.GetUninitializedObject(typeof(RegisteredWaitHandle));
#pragma warning disable CA1816 // It is ours to keep.
        GC.SuppressFinalize(registered);
#pragma warning restore CA1816
        control.StateOf<RegisteredWaitState>(registered).Wait = wait;
        wait.Await();
        return registered;
    }

    /// <summary>Ends it.</summary>
    /// <param name="waiting">Signalled when no callback of it runs any more; null for nothing.</param>
    /// <returns>Whether it had not been ended before.</returns>
    public bool Unregister(WaitHandle? waiting)
    {
        if (_isUnregistered) return false;
        _isUnregistered = true;
        _timer?.Dispose();
        _waiting = waiting;
        SignalWhenQuiet();
        return true;
    }

    public override void OnCompleted(Action callback)
    {
        // It is asked at every decision.
    }

    internal override bool CapturesContext => false;

    internal override void Forward(Action continuation, bool flowsContext)
    {
        // A control that fails ends the run: nobody waits for this.
    }

    private void Await()
    {
        (_isTaken, _hasTimedOut) = (false, false);
        if (_timeout != Timeout.InfiniteTimeSpan) _timer = _control.Time.CreateTimer(_ => _hasTimedOut = !_isTaken, null, _timeout, Timeout.InfiniteTimeSpan);
        _control.Suspend(this, Go, Site);
    }

    private void Go()
    {
        if (_isUnregistered) return;
        _timer?.Dispose();
        var hasTimedOut = !_isTaken;
        if (!hasTimedOut) _control.Acquired(_handle);
        if (!_isOnce) Await();
        _runningCount++;
        try
        {
            _call.Run(hasTimedOut);
        }
        finally
        {
            _runningCount--;
            SignalWhenQuiet();
        }
    }

    private void SignalWhenQuiet()
    {
        if (!_isUnregistered || _runningCount > 0) return;
        (_waiting as EventWaitHandle)?.Set();
        (_waiting as Semaphore)?.Release();
        _waiting = null;
    }
}
