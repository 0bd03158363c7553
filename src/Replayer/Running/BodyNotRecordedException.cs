using ReplayKit.TraceFormat.Causality;

namespace ReplayKit;

/// <summary>A recorded request carried a body, which the recording does not hold, and the test did not supply it.</summary>
public sealed class BodyNotRecordedException : ReplaySetupException
{
    /// <summary>An error without a message.</summary>
    public BodyNotRecordedException()
    {
    }

    /// <summary>An error that says what happened and what to do.</summary>
    public BodyNotRecordedException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public BodyNotRecordedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The error for this request.</summary>
    public static BodyNotRecordedException For(RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new BodyNotRecordedException(
            $"Request r{request.Number} {request.Method} {request.Path} carried a body, which the recording does not hold. "
            + $"Supply it before RunAsync: replay.Bodies[{request.Number}] = …;");
    }
}
