using NUnit.Framework.Interfaces;
using ReplayKit.Replayer.Outcome;

namespace ReplayKit;

/// <summary>One run of a test's body on an incident.</summary>
/// <param name="Replay">The replay that the body ran.</param>
/// <param name="Result">What it did; its outcome is <see cref="RunOutcome.TestFailed"/> when the body failed on a run that followed the recording.</param>
/// <param name="Failure">What the body threw; null when it passed.</param>
public sealed record IncidentRun(Replay Replay, ReplayResult Result, Exception? Failure)
{
    /// <summary>What the body told NUnit beside that: warnings and attachments. Null for a run that was made otherwise than by running a body.</summary>
    public ITestResult? Noted { get; init; }
}
