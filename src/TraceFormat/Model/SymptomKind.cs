namespace ReplayKit.TraceFormat.Model;

/// <summary>How a failure shows.</summary>
public enum SymptomKind
{
    /// <summary>Only the test's own assertion can tell.</summary>
    Assertion,

    /// <summary>An exception of the type named in the detail was thrown.</summary>
    Exception,

    /// <summary>A request was answered with the status code in the detail.</summary>
    Status,

    /// <summary>From a request's arrival to its answer it took longer than the detail says, such as <c>2s</c>.</summary>
    Latency,

    /// <summary>Requests waited for each other, and none went on.</summary>
    Deadlock,
}
