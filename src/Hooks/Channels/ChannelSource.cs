using System.Threading.Tasks.Sources;

namespace ReplayKit.Hooks;

/// <summary>A write to a channel that is not over.</summary>
internal sealed class ChannelSource(IControl control, object channel, ValueTask task, string site) : PolledSource, IValueTaskSource
{
    protected override string Site => site;

    protected override bool IsOver => task.IsCompleted;

    protected override bool IsFailed => task.IsFaulted;

    protected override bool IsCancelled => task.IsCanceled;

    /// <summary>The value task that woven code gets.</summary>
    public static ValueTask Of(IControl control, object channel, ValueTask task, string site) =>
        task.IsCompleted ? task : new ValueTask(new ChannelSource(control, channel, task, site), 0);

    public void GetResult(short token)
    {
        task.GetAwaiter().GetResult();
        control.Acquired(channel);
    }

    internal override void Forward(Action continuation) => task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(continuation);
}
