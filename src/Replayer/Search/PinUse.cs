namespace ReplayKit.Replayer.Search;

/// <summary>What became of an incident's pinned schedule in a build.</summary>
public enum PinUse
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The build follows it to the letter.</summary>
    Exact,

    /// <summary>The build does not: its steps were found again by their names, and run in its order.</summary>
    ReAnchored,

    /// <summary>That did not decide either, and schedules near it were tried.</summary>
    SearchedNearby,
}
