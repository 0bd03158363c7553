namespace ReplayKit.Replayer.Explaining;

/// <summary>A step of the run that is explained.</summary>
/// <param name="Step">Its 1-based number; 0 when the run does not have it.</param>
/// <param name="Request">Number of its request.</param>
/// <param name="What">The step in words.</param>
/// <param name="File">Name of its source file; empty when unknown.</param>
/// <param name="Line">1-based source line; 0 when unknown.</param>
public sealed record ExplainedStep(int Step, int Request, string What, string File, int Line);
