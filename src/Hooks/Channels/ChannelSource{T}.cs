using System.Threading.Tasks.Sources;

namespace ReplayKit.Hooks;

/// <summary>A read from a channel, or a wait for one, that is not over.</summary>
internal sealed class ChannelSource<T>(IControl control, object channel, ValueTask<T> task, string site) : PolledSource, IValueTaskSource<T>
{
    protected override string Site => site;

    protected override bool IsOver => task.IsCompleted;

    protected override bool IsFailed => task.IsFaulted;

    protected override bool IsCancelled => task.IsCanceled;

    /// <summary>The value task that woven code gets.</summary>
    public static ValueTask<T> Of(IControl control, object channel, ValueTask<T> task, string site) =>
        task.IsCompleted ? task : new ValueTask<T>(new ChannelSource<T>(control, channel, task, site), 0);

    public T GetResult(short token)
    {
        var result = task.GetAwaiter().GetResult();
        control.Acquired(channel);
        return result;
    }

    internal override void Forward(Action continuation) => task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(continuation);
}
