using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Pipeline;

/// <summary>Writes all events to one file.</summary>
internal sealed class FileStore : IEventStore, IDisposable
{
    // How long, in event time, a recorder that is killed may lose of a quiet recording.
    private const long FlushEveryNs = 1_000_000_000;

    private readonly string _path;
    private readonly RecordingWriter _writer;
    private long _flushedNs;

    /// <summary>Makes the file.</summary>
    /// <exception cref="RecordingWriteException">It cannot be made.</exception>
    internal FileStore(string path, RecordingHeader header)
    {
        _path = path;
        _writer = RecordingWriter.Create(path, header);
    }

    /// <summary>Bytes on disk so far.</summary>
    internal long BytesWritten => _writer.BytesWritten;

    public void Append(in RecordedEvent recorded)
    {
        _writer.Append(recorded);
        if (recorded.TimeNs - _flushedNs < FlushEveryNs) return;
        _flushedNs = recorded.TimeNs;
        _writer.Flush();
    }

    /// <summary>Completes the file.</summary>
    internal void Close(RecordingFooter footer) => _writer.Close(footer);

    /// <summary>Takes the file away again: nothing was recorded.</summary>
    internal void Abandon()
    {
        _writer.Dispose();
        File.Delete(_path + RecordingFile.IncompleteSuffix);
    }

    public void Dispose() => _writer.Dispose();
}
