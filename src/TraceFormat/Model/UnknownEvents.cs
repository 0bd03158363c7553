namespace ReplayKit.TraceFormat.Model;

/// <summary>Events that arrived but that the recorder has no rule for.</summary>
/// <param name="Name">Provider and event name or id.</param>
/// <param name="Count">How many arrived.</param>
public sealed record UnknownEvents(string Name, long Count);
