namespace ReplayKit.Replayer.Weaving;

/// <summary>A place that the weaver left as it was.</summary>
/// <param name="Method">Full name of the method.</param>
/// <param name="What">What stands there.</param>
/// <param name="Reason">Why it was left.</param>
public sealed record SkippedSite(string Method, string What, string Reason);
