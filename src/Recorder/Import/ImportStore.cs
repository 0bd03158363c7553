using ReplayKit.Recorder.Pipeline;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Import;

/// <summary>Looks at what is kept of a trace on its way to the file.</summary>
internal sealed class ImportStore(FileStore file) : IEventStore
{
    internal long RequestCount { get; private set; }

    /// <summary>Requests without a path: somebody else's specification asked for them.</summary>
    internal long NamelessCount { get; private set; }

    public void Append(in RecordedEvent recorded)
    {
        if (recorded.Kind == RecordedEventKind.RequestStarted)
        {
            RequestCount++;
            if (string.IsNullOrEmpty(recorded.Text)) NamelessCount++;
        }

        file.Append(recorded);
    }
}
