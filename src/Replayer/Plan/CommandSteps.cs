using System.Collections.Frozen;
using System.Collections.Immutable;
using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Replayer.Plan;

/// <summary>Puts the database commands of a recording among its steps.</summary>
/// <remarks>
/// A command that completes synchronously is sent in the middle of a step, and what other requests did before it and after it is what the step's outcome depends on. So it divides
/// the step: what ran before the command ends where the command is sent, and the command lasts up to the next one, or to the step's end. Commands overlap in time; of
/// two that do, one that reads counts from where it was sent, and one that changes something from where it was answered: it may have waited for a lock of the database all the while.
/// </remarks>
internal static class CommandSteps
{
    // Its events come on the thread that sends the command, in production and here.
    private const string Source = "ef";
    private static readonly FrozenSet<string> Changing = new[] { "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The steps with the commands among them, in the order in which production took them.</summary>
    /// <param name="steps">The steps, in order; their positions are their indexes.</param>
    /// <param name="commands">The commands, in time order.</param>
    public static ImmutableArray<PlannedStep> AddTo(ImmutableArray<PlannedStep> steps, ImmutableArray<DatabaseCommand> commands)
    {
        if (commands.IsEmpty) return steps;
        var all = steps.Select(static step => (AtNs: step.BeginNs, Step: step)).ToList();
        foreach (var own in steps.GroupBy(static step => step.Request))
            Divide(all, [.. own], [.. commands.Where(command => command.Source == Source && command.Request == own.Key)]);
        return [.. all.OrderBy(static placed => placed.AtNs).ThenBy(static placed => placed.Step.Index).Select(static (placed, index) => placed.Step with { Index = index })];
    }

    private static void Divide(List<(long AtNs, PlannedStep Step)> all, PlannedStep[] own, DatabaseCommand[] commands)
    {
        for (var i = 0; i < commands.Length; i++)
        {
            var command = commands[i];
            // The innermost of the steps that were running.
            var around = Array.FindLast(own, step => step.BeginNs <= command.StartNs && command.StartNs <= step.EndNs);
            var end = command.StopNs ?? command.StartNs;
            if (around is not null)
            {
                end = Math.Max(end, around.EndNs);
                if (i + 1 < commands.Length && commands[i + 1].StartNs <= around.EndNs) end = commands[i + 1].StartNs;
                var (atNs, step) = all[around.Index];
                all[around.Index] = (atNs, step with { EndNs = Math.Min(step.EndNs, command.StartNs) });
            }

            var name = CommandName.Of(command.Text);
            // Behind the step that begins at the same time.
            var planned = new PlannedStep { Index = all.Count, Request = own[0].Request, Method = "", Command = name, BeginNs = command.StartNs, EndNs = end };
            all.Add((Changing.Contains(name.Split(' ')[0]) ? command.StopNs ?? command.StartNs : command.StartNs, planned));
        }
    }
}
