using System.Buffers.Binary;
using System.IO.Hashing;
using MessagePack;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Reads a recording chunk by chunk, without loading it whole. A file that was cut short is read up to its last whole chunk.</summary>
/// <remarks>The file is hostile until proven otherwise: sizes are bounded, checksums are checked before anything is decoded, and each fault is a typed error.</remarks>
public sealed class RecordingReader : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly bool _isClosed;

    private RecordingReader(string path, FileStream file)
    {
        _path = path;
        _file = file;
        ReadPreamble();
        _isClosed = HasTrailer();
        var header = ReadFrame() ?? throw Damaged(FileLayout.PreambleBytes, "it ends before its header");
        if (header.Kind != FrameKind.Header) throw Damaged(FileLayout.PreambleBytes, "its header is missing");
        Header = Decode<RecordingHeader>(header);
    }

    /// <summary>What was known when the recording began.</summary>
    public RecordingHeader Header { get; }

    /// <summary>Opens a recording. A path whose recording was never closed is found under its incomplete name.</summary>
    /// <exception cref="RecordingMissingException">There is no such file.</exception>
    /// <exception cref="NotARecordingException">The file was not written by ReplayKit.</exception>
    /// <exception cref="RecordingVersionException">It is of another version.</exception>
    /// <exception cref="RecordingDamagedException">Its header is damaged.</exception>
    public static RecordingReader Open(string path)
    {
        var found = File.Exists(path) || !File.Exists(path + FileLayout.IncompleteSuffix) ? path : path + FileLayout.IncompleteSuffix;
        FileStream file;
        try
        {
            file = new FileStream(found, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordingMissingException($"{path} cannot be opened: {exception.Message} Check the path.", exception);
        }

        try
        {
            return new RecordingReader(found, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The events from the first to the last, in their total order. Callable again for another pass.</summary>
    /// <exception cref="RecordingDamagedException">A chunk is damaged. What was returned before is what was written.</exception>
    public IEnumerable<RecordedEvent> Events()
    {
        SeekToFirstChunk();
        while (ReadFrame() is { Kind: FrameKind.Chunk } chunk)
        {
            foreach (var recorded in Decode<RecordedEvent[]>(chunk)) yield return recorded;
        }
    }

    /// <summary>What was known when the recording ended; for a file cut short, what its whole chunks tell.</summary>
    /// <exception cref="RecordingDamagedException">A frame is damaged.</exception>
    public RecordingFooter ReadFooter()
    {
        SeekToFirstChunk();
        var kept = 0L;
        var last = 0L;
        while (ReadFrame() is { } frame)
        {
            if (frame.Kind == FrameKind.Footer) return Decode<StoredFooter>(frame).Footer;
            var events = Decode<RecordedEvent[]>(frame);
            kept += events.Length;
            if (events.Length > 0) last = events[^1].TimeNs;
        }

        return new RecordingFooter(last, new Completeness(kept, 0, IsCutShort: true, []), []);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void SeekToFirstChunk()
    {
        _file.Position = FileLayout.PreambleBytes;
        ReadFrame();
    }

    private void ReadPreamble()
    {
        Span<byte> preamble = stackalloc byte[FileLayout.PreambleBytes];
        var read = _file.ReadAtLeast(preamble, preamble.Length, throwOnEndOfStream: false);
        if (read < preamble.Length || !preamble[..FileLayout.Magic.Length].SequenceEqual(FileLayout.Magic))
            throw new NotARecordingException($"{_path} is not a recording. Name a .rktrace file that 'replaykit record' wrote.");
        var version = BinaryPrimitives.ReadUInt16LittleEndian(preamble[FileLayout.Magic.Length..]);
        if (version is 0 or > FormatVersion.Current)
        {
            throw new RecordingVersionException(
                $"{_path} is of format version {version}, and this build reads up to version {FormatVersion.Current}. "
                + "Open it with the ReplayKit that wrote it, or update: dotnet tool update -g ReplayKit.Recorder.");
        }
    }

    private bool HasTrailer()
    {
        if (_file.Length < FileLayout.PreambleBytes + FileLayout.TrailerBytes) return false;
        var position = _file.Position;
        _file.Position = _file.Length - FileLayout.EndMagic.Length;
        Span<byte> end = stackalloc byte[FileLayout.EndMagic.Length];
        _file.ReadExactly(end);
        _file.Position = position;
        return end.SequenceEqual(FileLayout.EndMagic);
    }

    // Null at the end of what was written. In a file that was closed nothing may be missing; in one that was not, the last frame may.
    private Frame? ReadFrame()
    {
        var offset = _file.Position;
        Span<byte> header = stackalloc byte[FileLayout.FrameHeaderBytes];
        if (_file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) return CutOrDamaged(offset, "it ends inside a frame");
        var kind = (FrameKind)header[0];
        if (kind is not (FrameKind.Header or FrameKind.Chunk or FrameKind.Footer)) return CutOrDamaged(offset, "a frame is of no known kind");
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header[1..]);
        var left = _file.Length - _file.Position;
        if (length > left) return CutOrDamaged(offset, "a frame is longer than the file");
        if (length > WireLimits.FrameBytesMax) throw Damaged(offset, $"a frame claims {length} bytes");
        var payload = new byte[length];
        _file.ReadExactly(payload);
        if (XxHash64.HashToUInt64(payload, (byte)kind) == BinaryPrimitives.ReadUInt64LittleEndian(header[(1 + sizeof(uint))..])) return new Frame(kind, offset, payload);
        // A write that was torn by the end of the machine leaves its whole length and not its whole content.
        return _file.Position == _file.Length ? CutOrDamaged(offset, "a checksum is wrong") : throw Damaged(offset, "a checksum is wrong");
    }

    private Frame? CutOrDamaged(long offset, string what) => _isClosed ? throw Damaged(offset, what) : null;

    private T Decode<T>(Frame frame)
    {
        try
        {
            return WireSerializer.Read<T>(frame.Payload);
        }
        catch (MessagePackSerializationException exception)
        {
            throw new RecordingDamagedException(DamagedText(frame.Offset, exception.Message), exception);
        }
    }

    private RecordingDamagedException Damaged(long offset, string what) => new(DamagedText(offset, what));

    private string DamagedText(long offset, string what) =>
        $"{_path} is damaged at byte {offset}: {what.TrimEnd('.')}. Take a copy that is whole, or record again.";

    private readonly record struct Frame(FrameKind Kind, long Offset, byte[] Payload);
}
