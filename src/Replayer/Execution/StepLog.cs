using System.Collections.Immutable;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>The steps of a run, as they are taken.</summary>
internal sealed class StepLog
{
    private readonly ImmutableArray<ReplayedStep>.Builder _steps = ImmutableArray.CreateBuilder<ReplayedStep>();
    private readonly ImmutableArray<AwaitSite>.Builder _awaits = ImmutableArray.CreateBuilder<AwaitSite>();
    private StepDescription? _step;
    private int? _planIndex;
    private long _timeNs;

    public int Count => _steps.Count;

    public ImmutableArray<ReplayedStep> Steps => _steps.ToImmutable();

    public void Begin(StepDescription step, int? planIndex, long timeNs)
    {
        _step = step;
        _planIndex = planIndex;
        _timeNs = timeNs;
    }

    /// <summary>Notes that the step suspended a method here.</summary>
    public void Await(AwaitSite site) => _awaits.Add(site);

    public void End()
    {
        if (_step is null) return;
        _steps.Add(new ReplayedStep(_steps.Count + 1, _step, _planIndex, _timeNs, _awaits.Count == 0 ? [] : _awaits.ToImmutable()));
        _awaits.Clear();
        _step = null;
    }
}
