namespace ReplayKit.Hooks;

/// <summary>A lock, and what it is called in a report.</summary>
internal readonly record struct LockName(object Resource, string What);
