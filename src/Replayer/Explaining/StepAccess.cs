using ReplayKit.Hooks;

namespace ReplayKit.Replayer.Explaining;

/// <summary>Something that a step of a run touched.</summary>
/// <param name="Step">1-based number of the step.</param>
/// <param name="What">What it touched.</param>
/// <param name="Site">Where.</param>
/// <param name="IsWrite">Whether it changes it.</param>
public sealed record StepAccess(int Step, Touched What, CodeSite Site, bool IsWrite);
