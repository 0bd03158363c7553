namespace ReplayKit.Replayer.Scheduling;

/// <summary>Follows a schedule to the letter, and ends the run at the first decision that differs: what is chosen, among what, and of which kind.</summary>
/// <param name="schedule">The schedule.</param>
public sealed class PinnedScheduler(Schedule schedule) : IScheduler
{
    private int _decisionCount;

    /// <inheritdoc/>
    public bool AsksAboutCompleteAwaits => false;

    /// <inheritdoc/>
    public Decision Decide(in DecisionContext context)
    {
        var number = ++_decisionCount;
        if (number > schedule.Steps.Length)
            return Differ(number, "the end of the schedule", context.Enabled[0].Anchor, "The run takes more steps than the schedule has: the code changed, or something that is not under control answered otherwise.");
        var step = schedule.Steps[number - 1];
        if (step.Index >= context.Enabled.Count || ScheduledStep.HashOf(context.Enabled[step.Index]) != step.Chosen)
            return Differ(number, step.Anchor, Words(context.Enabled), "Another step is enabled in its place: the code changed, or chance, time or something outside is not under control before it.");
        if (ScheduledStep.HashOf(context.Enabled) != step.Enabled)
            return Differ(number, $"{step.Anchor}, one of {step.EnabledCount}", Words(context.Enabled), "The steps enabled beside it differ: something is not under control before it.");
        return Decision.Run.Of(step.Index);
    }

    /// <inheritdoc/>
    public bool SuspendsWhenComplete(StepDescription awaiting) => false;

    /// <inheritdoc/>
    public void OperationFinished(int operation)
    {
    }

    private static Decision.Diverge Differ(int number, string expected, string actual, string cause) => new(new ScheduleDifference(number, expected, actual, cause));

    private static string Words(IReadOnlyList<StepDescription> enabled) => string.Join("; ", enabled.Select(static step => step.Anchor + At(step)));

    private static string At(StepDescription step) => (step.Call?.File ?? step.Site?.File) is { Length: > 0 } file ? $" ({Path.GetFileName(file)}:{step.Call?.Line ?? step.Site!.Line})" : "";
}
