using System.Buffers.Binary;
using System.Text;

namespace ReplayKit.Recorder.NetTrace;

/// <summary>Reads the primitive values of a nettrace stream, and its blocks whole, from a stream that may hand out any few bytes at a time.</summary>
internal sealed class NetTraceInput
{
    /// <summary>Largest block accepted, in bytes; its length is the stream's word. The runtime's blocks have about 100 KiB.</summary>
    internal const int BlockBytesMax = 64 * 1024 * 1024;

    private const int BufferBytes = 256 * 1024;
    private const int NameBytesMax = 256;

    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(500);

    private readonly Stream _stream;
    private readonly Action _onQuiet;
    private byte[] _buffer = new byte[BufferBytes];
    private int _start;
    private int _end;
    private long _consumedBytes;

    /// <summary>Makes one.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="onQuiet">Called again and again while nothing comes.</param>
    internal NetTraceInput(Stream stream, Action onQuiet)
    {
        _stream = stream;
        _onQuiet = onQuiet;
    }

    internal byte ReadByte() => Take(sizeof(byte))[0];

    internal int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    internal long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>Reads a text with its length in bytes in front.</summary>
    internal string ReadName()
    {
        var length = ReadInt32();
        if (length is < 0 or > NameBytesMax) throw new FormatException("A name in the event stream is too long.");
        return Encoding.UTF8.GetString(Take(length));
    }

    /// <summary>Some bytes; valid until the next call.</summary>
    /// <exception cref="EndOfStreamException">The stream ends before.</exception>
    internal ReadOnlySpan<byte> Take(int count)
    {
        Fill(count);
        var taken = _buffer.AsSpan(_start, count);
        _start += count;
        _consumedBytes += count;
        return taken;
    }

    /// <summary>A block: its length, padding to a multiple of four from the stream's begin, and its bytes. Valid until the next call.</summary>
    internal ReadOnlySpan<byte> TakeBlock()
    {
        var length = ReadInt32();
        if (length is < 0 or > BlockBytesMax) throw new FormatException("A block of the event stream is too long.");
        var padding = (int)(-_consumedBytes & (sizeof(int) - 1));
        Take(padding);
        return Take(length);
    }

    private void Fill(int count)
    {
        if (_end - _start >= count) return;
        if (_buffer.Length < count || _buffer.Length - _start < count) MoveToFront(count);
        while (_end - _start < count)
        {
            var read = Read();
            if (read == 0) throw new EndOfStreamException("The event stream ends in the middle of an object.");
            _end += read;
        }
    }

    private int Read()
    {
        var reading = _stream.ReadAsync(_buffer.AsMemory(_end));
        if (reading.IsCompletedSuccessfully) return reading.Result;
        var task = reading.AsTask();
        while (Task.WaitAny([task], s_quiet) < 0) _onQuiet();
        return task.GetAwaiter().GetResult();
    }

    private void MoveToFront(int count)
    {
        var target = _buffer.Length < count ? new byte[Math.Max(count, 2 * _buffer.Length)] : _buffer;
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        _buffer = target;
        _end -= _start;
        _start = 0;
    }
}
