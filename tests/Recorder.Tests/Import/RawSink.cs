using ReplayKit.Recorder.NetTrace;
using ReplayKit.Recorder.Normalize;

namespace Recorder.Tests.Import;

/// <summary>Notes the events of the providers that the recorder knows, to the byte.</summary>
internal sealed class RawSink(List<string> notes) : INetTraceSink
{
    public static void Note(in RawEvent raw, List<string> notes)
    {
        if (raw.Provider is RawProvider.Other or RawProvider.Session) return;
        notes.Add($"{raw.TimeNs} {raw.ThreadId} {raw.Provider}/{raw.Id} {Convert.ToHexString(raw.Payload)}");
    }

    public void OnEvent(in RawEvent raw) => Note(raw, notes);

    public void OnLost(in LostRun lost) => notes.Add($"lost {lost.Count}");

    public void OnOlderComplete(long timeNs)
    {
        // only the events are compared
    }

    public void OnQuiet()
    {
        // a file is never quiet
    }
}
