namespace ReplayKit.Replayer.Scheduling;

/// <summary>What a scheduler may look at when it decides. Read-only: it holds no thread, no lock and no task.</summary>
/// <param name="Enabled">The steps that could run now. Never empty.</param>
/// <param name="BlockedOn">For an operation's number: what it waits for.</param>
/// <param name="NowNs">Virtual time, in nanoseconds since the recording began.</param>
public readonly record struct DecisionContext(
    IReadOnlyList<StepDescription> Enabled, Func<int, BlockedOn> BlockedOn, long NowNs);
