using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Names the steps of one run.</summary>
internal sealed class StepNamer
{
    private readonly Dictionary<StepName, int> _taken = [];

    /// <summary>The name that the step has if it runs now.</summary>
    public StepName NameOf(StepDescription step)
    {
        var kind = new StepName(step.OperationKey, step.Kind, step.NameHash, 0);
        return kind with { Occurrence = _taken.GetValueOrDefault(kind) + 1 };
    }

    /// <summary>Notes that the step runs.</summary>
    public StepName Take(StepDescription step)
    {
        var name = NameOf(step);
        _taken[name with { Occurrence = 0 }] = name.Occurrence;
        return name;
    }
}
