namespace ReplayKit.Replayer.Explaining;

/// <summary>An access by a step of the run that is explained.</summary>
/// <param name="Step">1-based number of the step; 0 when the run does not have it.</param>
/// <param name="Request">Number of its request.</param>
/// <param name="IsWrite">Whether it changes what it touches.</param>
/// <param name="Method">The method that makes it, with its type.</param>
/// <param name="File">Name of the source file; empty when unknown.</param>
/// <param name="Line">1-based source line; 0 when unknown.</param>
public sealed record ExplainedAccess(int Step, int Request, bool IsWrite, string Method, string File, int Line);
