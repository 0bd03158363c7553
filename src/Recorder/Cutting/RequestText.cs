using ReplayKit.TraceFormat.Causality;

namespace ReplayKit.Recorder.Cutting;

/// <summary>Requests in words.</summary>
public static class RequestText
{
    /// <summary>A request's short name, such as <c>r17</c>.</summary>
    /// <param name="number">Its number.</param>
    public static string Name(int number) => $"r{number}";

    /// <summary>What was asked for, such as <c>GET /price/42?currency=EUR</c>.</summary>
    /// <param name="request">The request.</param>
    public static string Line(RecordedRequest request) => $"{request.Method} {request.Path}{request.Query}";

    /// <summary>Both, such as <c>r17 GET /price/42</c>.</summary>
    /// <param name="request">The request.</param>
    public static string Full(RecordedRequest request) => $"{Name(request.Number)} {Line(request)}";
}
