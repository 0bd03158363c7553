using System.Collections.Immutable;

namespace ReplayKit.Replayer.Outcome;

/// <summary>An exception that a request of a run threw, whether or not somebody handled it.</summary>
/// <param name="Request">Number of the request.</param>
/// <param name="Type">Full name of its type.</param>
/// <param name="Methods">Readable names of the woven methods that were running where it was thrown, innermost first.</param>
public sealed record ThrownException(int Request, string Type, ImmutableArray<string> Methods);
