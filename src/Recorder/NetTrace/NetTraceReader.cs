using System.Buffers.Binary;
using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.NetTrace;

/// <summary>Reads the stream of a live session, or a file of one, as the runtime writes it: nettrace, version 4 (<c>NetTraceFormat.md</c> of the perfview project).</summary>
/// <remarks>
/// TraceEvent reads the same format, and the import of files of other versions uses it. It does not tell on which thread and when events were lost, nor up to
/// where the stream is complete, and it costs several times as much per event; a decision record has the figures.
/// </remarks>
public sealed class NetTraceReader
{
    private const byte NullTag = 1;
    private const byte BeginTag = 5;
    private const byte EndTag = 6;
    private const int VersionRead = 4;
    private const int CompressedFlag = 1;
    private const int DateBytes = 16;
    private const int TraceTailBytes = 16;
    private const int PointThreadBytes = 12;
    private const long NsPerSecond = 1_000_000_000;

    private readonly NetTraceInput _input;
    private readonly INetTraceSink _sink;
    private readonly ThreadSequences _sequences = new();
    private readonly MetadataTable _metadata = new();
    private long _frequency = NsPerSecond;

    /// <summary>Makes one.</summary>
    /// <param name="stream">The session's stream.</param>
    /// <param name="sink">Gets what it holds.</param>
    public NetTraceReader(Stream stream, INetTraceSink sink)
    {
        _input = new NetTraceInput(stream, sink.OnQuiet);
        _sink = sink;
    }

    /// <summary>Reading of the target's monotonic clock at time 0, in nanoseconds; known after <see cref="ReadStart"/>.</summary>
    public long StartClockNs { get; private set; }

    private long StartTicks { get; set; }

    /// <summary>Reads what stands before the first event.</summary>
    /// <exception cref="FormatException">The stream is none of nettrace, or of another version.</exception>
    /// <exception cref="EndOfStreamException">It ends before.</exception>
    public void ReadStart()
    {
        if (!_input.Take(8).SequenceEqual("Nettrace"u8) || _input.ReadName() != "!FastSerialization.1")
            throw new FormatException("The event stream is not of the nettrace format.");
        if (!ReadObject()) throw new FormatException("The event stream holds nothing.");
    }

    /// <summary>Reads to the end of the stream. Blocks while the target has nothing to say.</summary>
    /// <exception cref="FormatException">The stream is malformed.</exception>
    /// <exception cref="EndOfStreamException">It ends without its end mark: the target was killed.</exception>
    public void ReadToEnd()
    {
        while (ReadObject())
        {
            // all is done in it
        }
    }

    private bool ReadObject()
    {
        var tag = _input.ReadByte();
        if (tag == NullTag) return false;
        if (tag != BeginTag || _input.ReadByte() != BeginTag || _input.ReadByte() != NullTag) throw Malformed();
        _input.ReadInt32(); // version of the object, and the oldest reader that can read it
        var version = _input.ReadInt32();
        if (version > VersionRead) throw new FormatException($"The event stream is of version {version}; this recorder reads up to {VersionRead}.");
        var name = _input.ReadName();
        if (_input.ReadByte() != EndTag) throw Malformed();
        ReadContent(name);
        return _input.ReadByte() == EndTag ? true : throw Malformed();
    }

    private void ReadContent(string name)
    {
        switch (name)
        {
            case "Trace": ReadTrace(); break;
            case "MetadataBlock": ReadMetadata(_input.TakeBlock()); break;
            case "EventBlock": ReadEvents(_input.TakeBlock()); break;
            case "SPBlock": ReadPoint(_input.TakeBlock()); break;
            default: _input.TakeBlock(); break; // stacks, and what later versions add
        }
    }

    private void ReadTrace()
    {
        _input.Take(DateBytes);
        StartTicks = _input.ReadInt64();
        _frequency = _input.ReadInt64();
        if (_frequency <= 0) throw Malformed();
        StartClockNs = ToNs(StartTicks);
        _input.Take(TraceTailBytes);
    }

    private void ReadMetadata(ReadOnlySpan<byte> block)
    {
        var blobs = new BlobHeader(Content(block));
        while (blobs.Read(out var payload)) _metadata.Add(payload);
    }

    private void ReadEvents(ReadOnlySpan<byte> block)
    {
        var blobs = new BlobHeader(Content(block));
        while (blobs.Read(out var payload))
        {
            var timeNs = ToNs(blobs.Ticks - StartTicks);
            if (blobs.IsOldest) _sink.OnOlderComplete(timeNs);
            if (_sequences.OnEvent(blobs.CaptureThreadId, blobs.Sequence, timeNs, out var lost)) _sink.OnLost(lost);
            var (provider, id) = _metadata.Find(blobs.MetadataId);
            _sink.OnEvent(new RawEvent(provider, id, payload) { TimeNs = timeNs, ThreadId = blobs.ThreadId });
        }
    }

    private void ReadPoint(ReadOnlySpan<byte> block)
    {
        if (block.Length < sizeof(long) + sizeof(int)) throw Malformed();
        var timeNs = ToNs(BinaryPrimitives.ReadInt64LittleEndian(block) - StartTicks);
        var count = BinaryPrimitives.ReadInt32LittleEndian(block[sizeof(long)..]);
        var threads = block[(sizeof(long) + sizeof(int))..];
        if (count < 0 || threads.Length / PointThreadBytes < count) throw Malformed();
        for (; count > 0; count--, threads = threads[PointThreadBytes..])
        {
            var thread = BinaryPrimitives.ReadInt64LittleEndian(threads);
            var sequence = BinaryPrimitives.ReadInt32LittleEndian(threads[sizeof(long)..]);
            if (_sequences.OnPoint(thread, sequence, timeNs, out var lost)) _sink.OnLost(lost);
        }

        _sink.OnOlderComplete(timeNs);
    }

    // Length of the block's header, flags, and whatever else that header holds.
    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> block)
    {
        if (block.Length < 2 * sizeof(short)) throw Malformed();
        int headerBytes = BinaryPrimitives.ReadInt16LittleEndian(block);
        var flags = BinaryPrimitives.ReadInt16LittleEndian(block[sizeof(short)..]);
        if (headerBytes < 2 * sizeof(short) || headerBytes > block.Length || (flags & CompressedFlag) == 0) throw Malformed();
        return block[headerBytes..];
    }

    private long ToNs(long ticks) => _frequency == NsPerSecond ? ticks : (long)((Int128)ticks * NsPerSecond / _frequency);

    private static FormatException Malformed() => new("The event stream is malformed.");
}
