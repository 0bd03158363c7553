namespace ReplayKit.Hooks;

/// <summary>The timers of a run.</summary>
internal sealed class TimerModels
{
    public List<TimerModel> All { get; } = [];
}
