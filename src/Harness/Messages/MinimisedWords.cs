namespace ReplayKit.Messages;

/// <summary>Says what became smaller of an incident, and where the smaller one is.</summary>
/// <param name="minimised">What it came to.</param>
/// <param name="searched">How many runs it took to find a run to begin with.</param>
internal sealed class MinimisedWords(MinimisedIncident minimised, int searched)
{
    public string Text =>
        $"Minimised in {Counted.Of(minimised.Replays + searched, "replay")}: {Of(minimised.Before)} became {Of(minimised.After)}."
        + (minimised.IsComplete ? "" : " There were no more replays left: it may become smaller yet.")
        + $"{Environment.NewLine}Kept in {minimised.Folder}";

    public static string Of(MinimisedSize size) =>
        $"{Counted.Of(size.Requests, "request")}, {Counted.Of(size.Steps, "step")}, {size.Switches} {(size.Switches == 1 ? "switch" : "switches")}";
}
