namespace ReplayKit.TraceFormat.Causality;

/// <summary>A command that the service sent to a database.</summary>
/// <param name="Request">Number of the request on whose behalf it was sent; null when unknown.</param>
/// <param name="Source">What told of it: <c>ef</c>, <c>sqlclient</c> or <c>npgsql</c>.</param>
/// <param name="Text">Its text, redacted, without the values of its parameters.</param>
/// <param name="StartNs">Nanoseconds since the recording began at which it was sent.</param>
/// <param name="StopNs">When it was answered; null when the recording does not hold its end.</param>
/// <param name="HasFailed">Whether it ended with an error.</param>
public sealed record DatabaseCommand(int? Request, string Source, string Text, long StartNs, long? StopNs, bool HasFailed);
