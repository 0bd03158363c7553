using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Execution;

/// <summary>A call at which a stack may stand still.</summary>
/// <param name="Kind">What the caller is about to do.</param>
/// <param name="Resource">Number of what it will do it to; 0 when unknown.</param>
/// <param name="Site">The call, in the form of <see cref="CodeSite"/>.</param>
internal readonly record struct CallPoint(PointKind Kind, int Resource, string Site);
