namespace ReplayKit.TraceFormat.Causality;

/// <summary>An exception thrown in the recorded process.</summary>
/// <param name="TimeNs">Nanoseconds since the recording began.</param>
/// <param name="Type">Type name.</param>
/// <param name="Message">Message, redacted.</param>
public sealed record RecordedException(long TimeNs, string Type, string Message);
