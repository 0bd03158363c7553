using System.Buffers.Binary;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Reads the frames of a file by their offset. It keeps no position, so that several passes may run side by side.</summary>
internal sealed class FrameReader : IDisposable
{
    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly long _closedLength;

    private FrameReader(string path, SafeFileHandle file)
    {
        _path = path;
        _file = file;
        CheckPreamble();
        FooterOffset = FindFooter(out _closedLength);
    }

    /// <summary>Where the footer stands in a file that was closed; null in one that was not.</summary>
    public long? FooterOffset { get; }

    /// <summary>Opens a file and checks that it is a recording of a version that can be read.</summary>
    /// <exception cref="RecordingException">It is missing, no recording, or of another version.</exception>
    public static FrameReader Open(string path)
    {
        if (Directory.Exists(path)) throw new NotARecordingException($"{path} is a folder. Name a {RecordingFile.Extension} file.");
        SafeFileHandle file;
        try
        {
            file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RecordingMissingException($"{path} cannot be opened: {exception.Message} Check the path.", exception);
        }

        try
        {
            return new FrameReader(path, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Reads the frame at an offset. Null at the end of what was written: in a file that was closed nothing may be missing, in one that
    /// was not, the last frame may.
    /// </summary>
    /// <exception cref="RecordingDamagedException">The frame is damaged, or cannot be read.</exception>
    public Frame? Read(long offset)
    {
        var end = FooterOffset is null ? Length() : _closedLength;
        Span<byte> header = stackalloc byte[FileLayout.FrameHeaderBytes];
        if (offset > end - header.Length || ReadAt(header, offset) < header.Length) return CutOrDamaged(offset, "it ends inside a frame");
        var kind = (FrameKind)header[0];
        if (kind is not (FrameKind.Header or FrameKind.Chunk or FrameKind.Footer)) return CutOrDamaged(offset, "a frame is of no known kind");
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header[1..]);
        var left = end - offset - header.Length;
        if (length > left) return CutOrDamaged(offset, "a frame is longer than the file");
        if (FooterOffset is not null && kind == FrameKind.Footer && length != left) throw Damaged(offset, "bytes stand between its footer and its end");
        if (length > WireLimits.FrameBytesMax) throw Damaged(offset, $"a frame claims {length} bytes");
        var payload = new byte[length];
        if (ReadAt(payload, offset + header.Length) < payload.Length) return CutOrDamaged(offset, "it ends inside a frame");
        if (XxHash64.HashToUInt64(payload, (byte)kind) == BinaryPrimitives.ReadUInt64LittleEndian(header[(1 + sizeof(uint))..])) return new Frame(kind, offset, payload);
        // A write that was torn by the end of the machine leaves its whole length and not its whole content.
        return length == left ? CutOrDamaged(offset, "a checksum is wrong") : throw Damaged(offset, "a checksum is wrong");
    }

    /// <summary>The error that says where the file is damaged, and how.</summary>
    public RecordingDamagedException Damaged(long offset, string what, Exception? cause = null)
    {
        var text = $"{_path} is damaged at byte {offset}: {what.TrimEnd('.')}. Take a copy that is whole, or record again.";
        return cause is null ? new RecordingDamagedException(text) : new RecordingDamagedException(text, cause);
    }

    /// <summary>Bytes of the file as it is now.</summary>
    public long Length()
    {
        try
        {
            return RandomAccess.GetLength(_file);
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException)
        {
            throw new NotARecordingException($"{_path} has no length, as a pipe has none: {exception.Message} Copy it to a file first.", exception);
        }
    }

    public void Dispose() => _file.Dispose();

    private Frame? CutOrDamaged(long offset, string what) => FooterOffset is null ? null : throw Damaged(offset, what);

    private void CheckPreamble()
    {
        Span<byte> preamble = stackalloc byte[FileLayout.PreambleBytes];
        if (ReadAt(preamble, 0) < preamble.Length || !preamble[..FileLayout.Magic.Length].SequenceEqual(FileLayout.Magic))
            throw new NotARecordingException($"{_path} is not a recording. Name a {RecordingFile.Extension} file that 'replaykit record' wrote.");
        var version = BinaryPrimitives.ReadUInt16LittleEndian(preamble[FileLayout.Magic.Length..]);
        if (version is 0 or > FormatVersion.Current)
        {
            throw new RecordingVersionException(
                $"{_path} is of format version {version}, and this build reads up to version {FormatVersion.Current}. "
                + "Open it with the ReplayKit that wrote it, or update: dotnet tool update -g ReplayKit.Recorder.");
        }
    }

    private long? FindFooter(out long closedLength)
    {
        closedLength = Length() - FileLayout.TrailerBytes;
        if (closedLength < FileLayout.PreambleBytes) return null;
        Span<byte> trailer = stackalloc byte[FileLayout.TrailerBytes];
        if (ReadAt(trailer, closedLength) < trailer.Length || !trailer[sizeof(long)..].SequenceEqual(FileLayout.EndMagic)) return null;
        var offset = BinaryPrimitives.ReadInt64LittleEndian(trailer);
        if (offset < FileLayout.PreambleBytes || offset > closedLength - FileLayout.FrameHeaderBytes) throw Damaged(closedLength, "its footer's place is impossible");
        return offset;
    }

    private int ReadAt(Span<byte> buffer, long offset)
    {
        var read = 0;
        try
        {
            while (read < buffer.Length && RandomAccess.Read(_file, buffer[read..], offset + read) is > 0 and var count) read += count;
            return read;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Damaged(offset, $"it cannot be read: {exception.Message}", exception);
        }
    }
}
