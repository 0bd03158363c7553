using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Hashing;
using MessagePack;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Writes a recording while it is made.</summary>
/// <remarks>
/// The file is called <c>NAME.incomplete</c> until <see cref="Close"/>. Whatever ends the process before, the file opens up to its last
/// whole chunk. After a <see cref="RecordingWriteException"/> of a write nothing more is written, and each further write throws it again:
/// behind half a chunk another one could not be found. Not safe for use from several threads at once.
/// </remarks>
public sealed class RecordingWriter : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly ChunkBuilder _pending = new();
    private readonly ImmutableArray<ChunkIndexEntry>.Builder _chunks = ImmutableArray.CreateBuilder<ChunkIndexEntry>();
    private RecordingWriteException? _failure;

    private RecordingWriter(string path, FileStream file)
    {
        _path = path;
        _file = file;
    }

    /// <summary>Events that <see cref="Append(in RecordedEvent)"/> took so far.</summary>
    public long EventCount { get; private set; }

    /// <summary>Bytes written so far.</summary>
    public long BytesWritten { get; private set; }

    /// <summary>Begins a recording. An incomplete one of the same name is replaced.</summary>
    /// <exception cref="RecordingWriteException">The file cannot be made.</exception>
    public static RecordingWriter Create(string path, RecordingHeader header)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(header);
        var writer = new RecordingWriter(path, OpenFile(path));
        try
        {
            writer.Guard(() =>
            {
                writer.WritePreamble();
                writer.WriteFrame(FrameKind.Header, WireSerializer.Write(header));
            });
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Takes one event. Events come in their total order.</summary>
    /// <exception cref="ArgumentException">Its kind is none that a file can hold, or it is larger than <see cref="WireLimits"/> allow. It was not taken; others can follow.</exception>
    /// <exception cref="RecordingWriteException">A full chunk cannot be written, or the recording has as many chunks as it can; then it can still be closed.</exception>
    public void Append(in RecordedEvent recorded)
    {
        if (!_pending.HasRoomFor(recorded)) Flush();
        if (_failure is not null) throw _failure;
        RequireRoom();
        _pending.Add(recorded);
        EventCount++;
    }

    /// <summary>Writes events that were encoded before, behind those that were appended.</summary>
    /// <exception cref="RecordingWriteException">They cannot be written.</exception>
    public void Append(EncodedChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        Flush();
        RequireRoom();
        Guard(() => WriteChunk(chunk));
        EventCount += chunk.EventCount;
    }

    /// <summary>Ends the current chunk and writes it, so that what was appended survives the process.</summary>
    /// <exception cref="RecordingWriteException">The chunk cannot be written.</exception>
    public void Flush()
    {
        if (_pending.Count == 0 && _failure is null) return;
        Guard(() => WriteChunk(_pending.Build()));
    }

    /// <summary>Writes the footer, and gives the file its name. A file of that name is replaced.</summary>
    /// <exception cref="RecordingWriteException">The file cannot be completed; what was written stays readable under its incomplete name.</exception>
    public void Close(RecordingFooter footer)
    {
        ArgumentNullException.ThrowIfNull(footer);
        Flush();
        Guard(() =>
        {
            var offset = BytesWritten;
            WriteFrame(FrameKind.Footer, WireSerializer.Write(new StoredFooter(footer, _chunks.ToImmutable())));
            WriteTrailer(offset);
            _file.Flush(flushToDisk: true);
            _file.Dispose();
            File.Move(_path + FileLayout.IncompleteSuffix, _path, overwrite: true);
        });
    }

    /// <summary>Ends writing. Without <see cref="Close"/> before, the file keeps its incomplete name and is readable up to the last whole chunk.</summary>
    public void Dispose() => _file.Dispose();

    private static FileStream OpenFile(string path)
    {
        try
        {
            // Without a buffer of its own: a frame is written at once, and nothing is left to fail when the file is closed.
            return new FileStream(path + FileLayout.IncompleteSuffix, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception exception) when (IsOfTheFile(exception) || exception is ArgumentException)
        {
            throw CannotWrite(path, exception);
        }
    }

    private void WritePreamble()
    {
        Span<byte> preamble = stackalloc byte[FileLayout.PreambleBytes];
        FileLayout.Magic.CopyTo(preamble);
        BinaryPrimitives.WriteUInt16LittleEndian(preamble[FileLayout.Magic.Length..], FormatVersion.Current);
        WriteBytes(preamble);
    }

    // Each chunk leaves nothing pending behind it, so that a full recording can still be closed.
    private void RequireRoom()
    {
        if (_chunks.Count == WireLimits.ChunkCountMax) throw new RecordingWriteException($"{_path} is full: it has {WireLimits.ChunkCountMax} chunks. Record into another file.");
    }

    private void WriteChunk(EncodedChunk chunk)
    {
        var entry = new ChunkIndexEntry(BytesWritten, chunk.EventCount, chunk.FirstTimeNs);
        WriteFrame(FrameKind.Chunk, chunk.Payload);
        _chunks.Add(entry);
    }

    private void WriteFrame(FrameKind kind, byte[] payload)
    {
        var frame = new byte[FileLayout.FrameHeaderBytes + payload.Length];
        frame[0] = (byte)kind;
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(1), (uint)payload.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(frame.AsSpan(1 + sizeof(uint)), XxHash64.HashToUInt64(payload, (byte)kind));
        payload.CopyTo(frame.AsSpan(FileLayout.FrameHeaderBytes));
        WriteBytes(frame);
    }

    private void WriteTrailer(long footerOffset)
    {
        Span<byte> trailer = stackalloc byte[FileLayout.TrailerBytes];
        BinaryPrimitives.WriteInt64LittleEndian(trailer, footerOffset);
        FileLayout.EndMagic.CopyTo(trailer[sizeof(long)..]);
        WriteBytes(trailer);
    }

    private void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        _file.Write(bytes);
        BytesWritten += bytes.Length;
    }

    private void Guard(Action write)
    {
        if (_failure is not null) throw _failure;
        try
        {
            write();
        }
        catch (Exception exception) when (IsOfTheFile(exception) || exception is MessagePackSerializationException or ArgumentOutOfRangeException)
        {
            throw _failure = CannotWrite(_path, exception);
        }
    }

    // ArgumentOutOfRangeException is how a stream tells that the file became larger than its system allows.
    private static bool IsOfTheFile(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException;

    private static RecordingWriteException CannotWrite(string path, Exception cause) =>
        new($"{path} cannot be written: {cause.Message} Free some space or name another file with -o.", cause);
}
