namespace ReplayKit.Replayer.Search;

/// <summary>What a run was of the schedule that it was to be.</summary>
public enum SwapResult
{
    /// <summary>It is the schedule.</summary>
    Followed,

    /// <summary>There is no such schedule: time passed, and did not bring the step.</summary>
    Impossible,

    /// <summary>It differs in independent steps alone from one that is tried as well.</summary>
    Redundant,

    /// <summary>It went another way before its last deviation, or the step was not enabled there: something is not under control.</summary>
    Drifted,
}
