namespace ReplayKit.Recorder.Normalize;

/// <summary>What became of an event.</summary>
public enum NormalizeOutcome
{
    /// <summary>It is part of the recording.</summary>
    Kept,

    /// <summary>A rule says that the recording does not need it.</summary>
    Ignored,

    /// <summary>No rule names it; it was counted.</summary>
    Unknown,

    /// <summary>A rule names it, but its payload ends too early; it was counted.</summary>
    Malformed,
}
