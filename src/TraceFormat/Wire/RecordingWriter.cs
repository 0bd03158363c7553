using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Hashing;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Writes a recording while it is made.</summary>
/// <remarks>
/// The file is called <c>NAME.incomplete</c> until <see cref="Close"/>. Whatever ends the process before, the file opens up to its last
/// whole chunk. Not safe for use from several threads at once.
/// </remarks>
public sealed class RecordingWriter : IDisposable
{
    private const int ChunkEventCount = 8192;
    private readonly string _path;
    private readonly FileStream _file;
    private readonly List<RecordedEvent> _pending = new(ChunkEventCount);
    private readonly ImmutableArray<ChunkIndexEntry>.Builder _chunks = ImmutableArray.CreateBuilder<ChunkIndexEntry>();

    private RecordingWriter(string path, FileStream file)
    {
        _path = path;
        _file = file;
    }

    /// <summary>Events handed to <see cref="Append"/> so far.</summary>
    public long EventCount { get; private set; }

    /// <summary>Bytes written so far.</summary>
    public long BytesWritten => _file.CanWrite ? _file.Position : 0;

    /// <summary>Begins a recording. An incomplete one of the same name is replaced.</summary>
    /// <exception cref="RecordingWriteException">The file cannot be made.</exception>
    public static RecordingWriter Create(string path, RecordingHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return Guard(path, () =>
        {
            var writer = new RecordingWriter(path, new FileStream(path + FileLayout.IncompleteSuffix, FileMode.Create, FileAccess.Write, FileShare.Read));
            writer.WritePreamble();
            writer.WriteFrame(FrameKind.Header, WireSerializer.Write(header));
            writer._file.Flush();
            return writer;
        });
    }

    /// <summary>Takes one event. Events come in their total order.</summary>
    /// <exception cref="RecordingWriteException">A full chunk cannot be written.</exception>
    public void Append(in RecordedEvent recorded)
    {
        _pending.Add(recorded);
        EventCount++;
        if (_pending.Count == ChunkEventCount) Flush();
    }

    /// <summary>Ends the current chunk and writes it, so that what was appended survives the process.</summary>
    /// <exception cref="RecordingWriteException">The chunk cannot be written.</exception>
    public void Flush()
    {
        if (_pending.Count == 0) return;
        Guard(_path, () =>
        {
            var chunk = new ChunkIndexEntry(_file.Position, _pending.Count, _pending[0].TimeNs);
            WriteFrame(FrameKind.Chunk, WireSerializer.Write(_pending.ToArray()));
            _file.Flush();
            _chunks.Add(chunk);
            _pending.Clear();
            return true;
        });
    }

    /// <summary>Writes the footer, and gives the file its name. A file of that name is replaced.</summary>
    /// <exception cref="RecordingWriteException">The file cannot be completed; what was written stays readable under its incomplete name.</exception>
    public void Close(RecordingFooter footer)
    {
        ArgumentNullException.ThrowIfNull(footer);
        Flush();
        Guard(_path, () =>
        {
            var offset = _file.Position;
            WriteFrame(FrameKind.Footer, WireSerializer.Write(new StoredFooter(footer, _chunks.ToImmutable())));
            Span<byte> trailer = stackalloc byte[FileLayout.TrailerBytes];
            BinaryPrimitives.WriteInt64LittleEndian(trailer, offset);
            FileLayout.EndMagic.CopyTo(trailer[sizeof(long)..]);
            _file.Write(trailer);
            _file.Flush(flushToDisk: true);
            _file.Dispose();
            File.Move(_path + FileLayout.IncompleteSuffix, _path, overwrite: true);
            return true;
        });
    }

    /// <summary>Ends writing. Without <see cref="Close"/> before, the file keeps its incomplete name and is readable up to the last whole chunk.</summary>
    public void Dispose() => _file.Dispose();

    private void WritePreamble()
    {
        Span<byte> preamble = stackalloc byte[FileLayout.PreambleBytes];
        FileLayout.Magic.CopyTo(preamble);
        BinaryPrimitives.WriteUInt16LittleEndian(preamble[FileLayout.Magic.Length..], FormatVersion.Current);
        _file.Write(preamble);
    }

    private void WriteFrame(FrameKind kind, byte[] payload)
    {
        Span<byte> header = stackalloc byte[FileLayout.FrameHeaderBytes];
        header[0] = (byte)kind;
        BinaryPrimitives.WriteUInt32LittleEndian(header[1..], (uint)payload.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(header[(1 + sizeof(uint))..], XxHash64.HashToUInt64(payload, (byte)kind));
        _file.Write(header);
        _file.Write(payload);
    }

    private static T Guard<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new RecordingWriteException($"{path} cannot be written: {exception.Message} Free some space or name another file with -o.", exception);
        }
    }
}
