using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Execution;

/// <summary>A step that something posts to the loop.</summary>
/// <param name="Operation">Whose step it is; null for a new operation.</param>
/// <param name="Kind">Why it runs.</param>
/// <param name="Method">Readable name of the method that it resumes; empty when unknown.</param>
/// <param name="Run">What it runs.</param>
internal readonly record struct Posting(Operation? Operation, StepKind Kind, string Method, Action Run);
