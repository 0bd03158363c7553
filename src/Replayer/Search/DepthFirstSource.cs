using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Search;

/// <summary>Every schedule there is, or every one with few delays, in depth-first order.</summary>
/// <remarks>
/// The path of the last run is kept: each run follows it up to the last decision that has an alternative left, takes that, and the first one from
/// there on. Choosing the n-th of the enabled steps, counted from the operation that ran last, costs n delays.
/// </remarks>
public sealed class DepthFirstSource(int delayMax) : IScheduleSource
{
    private readonly List<Choice> _path = [];
    private bool _hasBegun;

    /// <inheritdoc/>
    public IScheduler? Take(ulong seed)
    {
        if (_hasBegun && !Advance()) return null;
        _hasBegun = true;
        return new DepthFirstScheduler(_path, delayMax);
    }

    /// <inheritdoc/>
    public void Ran(int stepCount) => _path.RemoveRange(Math.Min(stepCount, _path.Count), Math.Max(0, _path.Count - stepCount));

    private bool Advance()
    {
        while (_path.Count > 0)
        {
            var last = _path[^1];
            _path.RemoveAt(_path.Count - 1);
            if (last.Delays + 1 >= last.Count || last.SpentBefore + last.Delays + 1 > delayMax) continue;
            _path.Add(last with { Delays = last.Delays + 1 });
            return true;
        }

        return false;
    }

    /// <summary>One decision of the path.</summary>
    /// <param name="Delays">How many enabled steps were put off.</param>
    /// <param name="Count">How many were enabled.</param>
    /// <param name="SpentBefore">Delays of the decisions before it.</param>
    internal readonly record struct Choice(int Delays, int Count, int SpentBefore);
}
