using ReplayKit.Replayer.Search;

namespace ReplayKit.Messages;

/// <summary>Says how the schedule of a run was chosen, and what became of the pinned one.</summary>
internal static class PinWords
{
    public static string Of(ReplayResult result) => result.Pin switch
    {
        PinUse.None => result.ScheduleDescription,
        PinUse.Exact => "the pinned schedule, to the letter",
        PinUse.ReAnchored => "the pinned schedule, re-anchored: this build does not follow it to the letter, so its steps were found again by their names and run in its order",
        PinUse.SearchedNearby =>
            $"{result.ScheduleDescription}: this build does not follow the pinned schedule to the letter, and re-anchored it did not decide, so schedules near it were searched",
        _ => throw new InvalidOperationException($"No words for {result.Pin}."),
    };
}
