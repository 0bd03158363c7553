using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Tests.Cutting;

/// <summary>Requests for tests, with times in milliseconds.</summary>
internal static class RequestMaker
{
    public static RecordedRequest Request(int number, long startMs, long? stopMs, int? status = 200, string path = "/") => new()
    {
        Number = number,
        TraceIdentifier = $"t{number}",
        Method = "GET",
        Path = path,
        Query = "",
        Headers = [],
        StartNs = startMs * 1_000_000,
        StopNs = stopMs * 1_000_000,
        Status = stopMs is null ? null : status,
    };
}
