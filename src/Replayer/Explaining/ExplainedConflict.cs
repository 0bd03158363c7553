namespace ReplayKit.Replayer.Explaining;

/// <summary>Two accesses of one thing by two requests, whose order decides.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Name">Its name: a field, the field that holds a collection or a lock, a table with the row's key.</param>
/// <param name="First">The access that the run made first.</param>
/// <param name="Second">The one that came too late.</param>
public sealed record ExplainedConflict(TouchedKind Kind, string Name, ExplainedAccess First, ExplainedAccess Second);
