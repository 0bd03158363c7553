using ReplayKit.Recorder.EventPipe;
using ReplayKit.Recorder.NetTrace;

namespace ReplayKit.Recorder.Import;

/// <summary>Reads the events of a trace, of whichever version.</summary>
/// <remarks>
/// Version 4 is what every runtime since .NET Core 3 writes; the recorder's own reader tells of it where events were lost, and what stands
/// behind the last complete point of a trace that was cut off. For others, such as those of <c>dotnet-trace collect-linux</c>, there is TraceEvent.
/// </remarks>
internal static class TraceReading
{
    private const int OwnVersionMax = 4;

    /// <summary>Reads to the end, or to where the trace is cut off or damaged.</summary>
    /// <returns>Whether the trace ends where its writer ended it.</returns>
    internal static bool Read(string path, ImportFilter filter)
    {
        using var file = TraceFile.Open(path);
        return TracePreamble.Read(file).Version is > 0 and <= OwnVersionMax ? ReadOwn(file, filter) : ReadOther(file, filter);
    }

    private static bool ReadOwn(Stream file, ImportFilter filter)
    {
        var reader = new NetTraceReader(file, filter);
        try
        {
            reader.ReadStart();
            reader.ReadToEnd();
            return true;
        }
        catch (Exception e) when (e is FormatException or EndOfStreamException)
        {
            return false; // what stands before is the trace; the recording says that the rest is missing
        }
    }

    private static bool ReadOther(Stream file, ImportFilter filter)
    {
        using var reader = new EventReader(file, filter.OnSortedEvent);
        var isWhole = true;
        try
        {
            reader.ReadToEnd();
        }
        catch (FormatException)
        {
            isWhole = false; // as above
        }

        // This reader counts losses and does not place them: they are somewhere between the begin and the end.
        if (reader.EventsLost > 0) filter.OnLost(new LostRun(0, 0, filter.LastNs, reader.EventsLost));
        return isWhole;
    }
}
