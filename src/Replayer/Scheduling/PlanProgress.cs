using System.Collections.Immutable;
using ReplayKit.Replayer.Plan;

namespace ReplayKit.Replayer.Scheduling;

/// <summary>How far a run has come in its plan: which steps were taken, and which the operations went past.</summary>
public sealed class PlanProgress
{
    private const int NotDone = -1;
    private readonly Dictionary<int, int[]> _byOperation;
    private readonly int[] _doneAt;
    private readonly bool[] _isSettled;
    private int _first;
    private int _doneCount;

    /// <summary>Nothing done yet.</summary>
    public PlanProgress(ReplayPlan plan)
    {
        Plan = plan;
        _isSettled = new bool[plan.Steps.Length];
        _doneAt = new int[plan.Steps.Length];
        Array.Fill(_doneAt, NotDone);
        _byOperation = plan.Steps
            .GroupBy(static step => step.Request)
            .ToDictionary(static group => group.Key, static group => group.Select(static step => step.Index).ToArray());
    }

    /// <summary>The plan.</summary>
    public ReplayPlan Plan { get; }

    /// <summary>Plan index of the first step that is neither done nor passed; the number of steps when there is none.</summary>
    public int FirstUnsettled
    {
        get
        {
            while (_first < _isSettled.Length && _isSettled[_first]) _first++;
            return _first;
        }
    }

    /// <summary>Whether the step was done or passed.</summary>
    public bool IsSettled(int planIndex) => _isSettled[planIndex];

    /// <summary>Whether the step was done.</summary>
    public bool IsDone(int planIndex) => _doneAt[planIndex] != NotDone;

    /// <summary>The steps of an operation that are neither done nor passed, in order.</summary>
    public IEnumerable<PlannedStep> Remaining(int operation)
    {
        if (!_byOperation.TryGetValue(operation, out var steps)) yield break;
        foreach (var index in steps)
        {
            if (!_isSettled[index]) yield return Plan.Steps[index];
        }
    }

    /// <summary>The first step of an operation that is neither done nor passed; null when there is none.</summary>
    public PlannedStep? Next(int operation)
    {
        foreach (var step in Remaining(operation)) return step;
        return null;
    }

    /// <summary>The first step of an operation, other than a database command, that is neither done nor passed; null when there is none.</summary>
    public PlannedStep? NextStep(int operation)
    {
        foreach (var step in Remaining(operation))
        {
            if (!step.IsCommand) return step;
        }

        return null;
    }

    /// <summary>Notes that the step was carried out.</summary>
    public void Done(int planIndex)
    {
        _isSettled[planIndex] = true;
        _doneAt[planIndex] = _doneCount++;
    }

    /// <summary>Notes that the operation went past the step without taking it.</summary>
    public void Passed(int planIndex) => _isSettled[planIndex] = true;

    /// <summary>How many of the plan's order constraints this run honoured so far. Those of database commands that were not seen do not count.</summary>
    public Fidelity Fidelity()
    {
        var (honoured, reversed, missing) = (0, 0, 0);
        foreach (var (first, second) in Plan.Constraints)
        {
            if (!IsDone(first) || !IsDone(second)) missing += IsUnseen(first) || IsUnseen(second) ? 0 : 1;
            else if (_doneAt[first] < _doneAt[second]) honoured++;
            else reversed++;
        }

        return new Fidelity(honoured, reversed, missing);
    }

    private bool IsUnseen(int planIndex) => Plan.Steps[planIndex].IsCommand && !IsDone(planIndex);

    /// <summary>The plan's steps that were not done.</summary>
    public ImmutableArray<PlannedStep> Missing() => [.. Plan.Steps.Where(step => !IsDone(step.Index))];
}
