using System.Threading.Tasks.Sources;

namespace Controlled.Awaits;

/// <summary>A value task's source as programs write them.</summary>
internal sealed class ManualSource(bool isAsynchronous) : IValueTaskSource<int>, IValueTaskSource
{
    private ManualResetValueTaskSourceCore<int> _core = new() { RunContinuationsAsynchronously = isAsynchronous };

    public ValueTask<int> Result => new(this, _core.Version);

    public ValueTask Done => new(this, _core.Version);

    public void Set(int result) => _core.SetResult(result);

    public void Fail(Exception exception) => _core.SetException(exception);

    public void Reset() => _core.Reset();

    public int GetResult(short token) => _core.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);
}
