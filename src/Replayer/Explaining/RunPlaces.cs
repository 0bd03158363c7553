using System.Collections.Immutable;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Search;

namespace ReplayKit.Replayer.Explaining;

/// <summary>Finds steps and accesses of other orders again in the run that is explained.</summary>
/// <param name="shown">The run.</param>
public sealed class RunPlaces(TouchingRun shown)
{
    private readonly Dictionary<StepName, int> _numbers = NumbersOf(shown.Trace);
    private readonly Dictionary<AccessName, StepAccess> _accesses = shown.Named().ToDictionary(static access => access.Name, static access => access.Access);

    /// <summary>A step.</summary>
    public ExplainedStep Step(TracedStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var (file, line) = (step.Step.Site?.File ?? step.Step.Call?.File ?? "", step.Step.Site?.Line ?? step.Step.Call?.Line ?? 0);
        return new ExplainedStep(_numbers.GetValueOrDefault(step.Name), step.Step.Request, step.Step.Anchor, FileName(file), line);
    }

    /// <summary>A conflict.</summary>
    public ExplainedConflict Conflict(AccessPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        var what = pair.First.Access.What;
        // The one that names a row says more than the one that names the table.
        if (what.Keys.IsEmpty) what = pair.Second.Access.What;
        return new ExplainedConflict(what.Kind, what.Words, Access(pair.First), Access(pair.Second));
    }

    /// <summary>All accesses, in this run, of what a conflict is about.</summary>
    public ImmutableArray<ExplainedAccess> Touches(AccessPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (!_accesses.TryGetValue(pair.First.Name, out var one)) return [];
        return [.. shown.Named().Where(access => access.Access.What.Meets(one.What)).Select(Access)];
    }

    private ExplainedAccess Access(NamedAccess access)
    {
        var site = access.Access.Site;
        var type = site.DeclaringType[(site.DeclaringType.LastIndexOfAny(['.', '+', '/']) + 1)..];
        return new ExplainedAccess(
            _accesses.TryGetValue(access.Name, out var own) ? own.Step : 0, access.Name.Request, access.Access.IsWrite,
            type.Length == 0 ? site.Method : $"{type}.{site.Method}", FileName(site.File), site.Line);
    }

    private static Dictionary<StepName, int> NumbersOf(IReadOnlyList<TracedStep> trace)
    {
        var numbers = new Dictionary<StepName, int>();
        for (var i = 0; i < trace.Count; i++)
        {
            if (trace[i].Step.Kind != StepKind.Posted) numbers.TryAdd(trace[i].Name, i + 1);
        }

        return numbers;
    }

    // Symbols name files by the paths of the machine that compiled them.
    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
