using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Budget;

/// <summary>What is listened to for a while, so that its cost can be measured.</summary>
/// <param name="Tier">How much.</param>
/// <param name="Length">For how long.</param>
/// <param name="Reason">Why, in a few words.</param>
public readonly record struct TierWindow(RecordingTier Tier, TimeSpan Length, string Reason);
