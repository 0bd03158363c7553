using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>Tiers in words.</summary>
internal static class TierText
{
    /// <summary>A tier's name, as on the command line.</summary>
    internal static string Name(RecordingTier tier) => tier switch
    {
        RecordingTier.Off => "off",
        RecordingTier.Requests => "requests",
        RecordingTier.Full => "full",
        _ => "tasks",
    };
}
