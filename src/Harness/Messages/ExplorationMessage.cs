using System.Text;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Running;

namespace ReplayKit.Messages;

/// <summary>Says what a schedule did that failed, in the test's terms: what failed, the interleaving that did it, what was not under control, how to run it again.</summary>
internal sealed class ExplorationMessage(ExploredTest test, ExplorationResult result, ExplorationFailure failure)
{
    private const string Indent = "  ";
    private readonly ScheduleTable _table = new(failure.Steps);

    /// <summary>The whole message.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            text.AppendLine(test.Name).Append(Indent).AppendLine(Headline()).AppendLine();
            text.Append(Indent).AppendLine(ScheduleLine()).AppendLine();
            if (!failure.Steps.IsEmpty) text.Append(_table).AppendLine();
            if (!result.Escaped.IsEmpty) text.AppendLine(EscapeWords.Of(result.Escaped, "r"));
            text.Append(Indent).Append($"Replay:  {RunSettings.SeedVariable}={failure.Seed} {RunSettings.SchedulesVariable}=1 dotnet test --filter ");
            return text.Append(TestFilterText.For(test.FullName)).ToString();
        }
    }

    private string Headline() => failure.Outcome switch
    {
        RunOutcome.TestFailed failed => ExceptionWords.Of(failed.Exception),
        RunOutcome.Deadlocked { BlockedWorkerCount: > 0 and var workers } dead =>
            $"Deadlock: all {workers} workers of the pool are blocked, and what they wait for is queued behind them.{Waits(dead.Waits)}",
        RunOutcome.Deadlocked dead => $"Deadlock: nothing can go on.{Waits(dead.Waits)}",
        RunOutcome.StepLimit limit => $"The schedule was stopped after {limit.StepCountMax:N0} steps: the operations do not come to an end.",
        RunOutcome.Diverged { Divergence: var divergence } => "Diverged: the same decisions did not lead to the same run, so the test depends on more than its schedule."
            + $"{Environment.NewLine}{Indent}  at step {divergence.Step}, expected  {divergence.Expected}{Environment.NewLine}{Indent}  actual  {divergence.Actual}{Environment.NewLine}{Indent}  {divergence.Cause}",
        RunOutcome.Uncontrolled stuck when failure.Exception is { } stalled => $"Uncontrolled: {stalled.Message}{Waits(stuck.Waits)}",
        RunOutcome.Uncontrolled stuck => $"Uncontrolled: the schedule waits for something outside control that did not come. Stub it in the test.{Waits(stuck.Waits)}",
        RunOutcome.InternalError => "Internal error: a fault of ReplayKit, not of the code under test. Please report it, with the test.",
        _ => throw new InvalidOperationException($"No words for {failure.Outcome}."),
    };

    private static string Waits(IEnumerable<WaitingOperation> waits) =>
        string.Concat(WaitWords.Lines(waits).Select(static line => $"{Environment.NewLine}{Indent}{Indent}{line}"));

    private string ScheduleLine()
    {
        var options = test.Options;
        return $"Schedule {failure.Schedule} of {options.Schedules} · seed {failure.Seed}, strategy {options.Strategy.Name} · {Counted.Of(_table.OperationCount, "operation")}, "
            + $"{Counted.Of(failure.Steps.Length, "step")}, {_table.Switches} {(_table.Switches == 1 ? "switch" : "switches")}";
    }
}
