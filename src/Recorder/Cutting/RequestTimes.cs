using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Cutting;

/// <summary>What is said about requests by their times.</summary>
public static class RequestTimes
{
    /// <summary>First status code that counts as a failure of the server.</summary>
    public const int FailureStatusMin = 500;

    /// <summary>Whether the server failed to answer the request: its status is 500 or above.</summary>
    /// <param name="request">The request.</param>
    public static bool IsFailed(RecordedRequest request) => request.Status >= FailureStatusMin;

    /// <summary>Whether some instant belongs to both. A request whose end is unknown lasts until the recording ends.</summary>
    /// <param name="one">A request.</param>
    /// <param name="other">Another request.</param>
    public static bool Overlap(RecordedRequest one, RecordedRequest other) => Overlaps(one, other.StartNs, EndOf(other));

    /// <summary>Whether a request was running at some instant of a window; both ends belong to the window.</summary>
    /// <param name="request">The request.</param>
    /// <param name="startNs">Start of the window, in nanoseconds since the recording began.</param>
    /// <param name="stopNs">End of the window, in nanoseconds since the recording began.</param>
    public static bool Overlaps(RecordedRequest request, long startNs, long stopNs) =>
        request.StartNs <= stopNs && startNs <= EndOf(request);

    private static long EndOf(RecordedRequest request) => request.StopNs ?? long.MaxValue;
}
