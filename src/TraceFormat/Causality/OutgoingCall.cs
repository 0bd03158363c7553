namespace ReplayKit.TraceFormat.Causality;

/// <summary>An HTTP request that the recorded process sent.</summary>
/// <param name="Request">The request on whose behalf it was sent; null when unknown.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Uri">Absolute URI, redacted.</param>
/// <param name="StartNs">Nanoseconds since the recording began at which it was sent.</param>
/// <param name="StopNs">Nanoseconds at which it was answered; null when the recording does not hold its end.</param>
/// <param name="Status">Status code; null when the recording does not hold its end, 0 when it failed.</param>
public sealed record OutgoingCall(int? Request, string Method, string Uri, long StartNs, long? StopNs, int? Status);
