namespace ReplayKit.Recorder.Checking;

/// <summary>Something that a check found. It never holds the secret itself.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Where">Where in an event or a description it stands; empty for what is about the file as a whole.</param>
public sealed record Finding(FindingKind Kind, string What, string Where)
{
    /// <summary>Place in the total order of the first event that holds it; null when no event does.</summary>
    public long? EventIndex { get; init; }

    /// <summary>Time of that event.</summary>
    public long? TimeNs { get; init; }

    /// <summary>How often it occurs.</summary>
    public long Count { get; init; } = 1;
}
