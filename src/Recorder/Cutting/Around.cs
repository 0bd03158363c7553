namespace ReplayKit.Recorder.Cutting;

/// <summary>Which part of a recording a slice is made around. Closed: the nested types are all there are.</summary>
public abstract record Around
{
    private Around()
    {
    }

    /// <summary>A request and all the requests that overlap it in time.</summary>
    /// <param name="Number">The request's number.</param>
    public sealed record Request(int Number) : Around;

    /// <summary>The first request that failed (status 500 or above) and all the requests that overlap it in time.</summary>
    public sealed record Failure : Around;

    /// <summary>All the requests that overlap a window of time.</summary>
    /// <param name="StartNs">Start, in nanoseconds since the recording began.</param>
    /// <param name="StopNs">End, in nanoseconds since the recording began; not before the start.</param>
    public sealed record Window(long StartNs, long StopNs) : Around;

    /// <summary>All the requests whose path fits a pattern.</summary>
    /// <param name="Pattern">The pattern.</param>
    public sealed record Path(Glob Pattern) : Around;
}
