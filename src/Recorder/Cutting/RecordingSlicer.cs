using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cutting;

/// <summary>Makes a recording of the selected requests out of a longer one.</summary>
public static class RecordingSlicer
{
    /// <summary>Cuts a slice: see <see cref="RecordingPart"/>.</summary>
    /// <param name="source">The recording to cut from; not changed.</param>
    /// <param name="selection">The requests to keep.</param>
    public static Recording Slice(Recording source, SliceSelection selection)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(selection);
        return RecordingPart.Of(source, selection.Requests);
    }
}
