namespace ReplayKit.Recorder.NetTrace;

/// <summary>
/// The compressed header of an event in a block: each is written as its difference from the one before. The layout is that of
/// <c>NetTraceFormat.md</c> (version 4) of the perfview project.
/// </summary>
internal ref struct BlobHeader
{
    private const int HasMetadataId = 1;
    private const int HasSequence = 2;
    private const int HasThreadId = 4;
    private const int HasStackId = 8;
    private const int HasActivityId = 16;
    private const int HasRelatedActivityId = 32;
    private const int IsOldestFlag = 64;
    private const int HasLength = 128;
    private const int ActivityIdBytes = 16;
    private const int VarintBitsMax = 63;

    private ReadOnlySpan<byte> _rest;

    internal BlobHeader(ReadOnlySpan<byte> blobs) => _rest = blobs;

    /// <summary>Which metadata names the event.</summary>
    internal int MetadataId { get; private set; }

    /// <summary>Number of the event among those that its thread wanted to write, dropped ones included.</summary>
    internal int Sequence { get; private set; }

    /// <summary>The thread that wrote it: the one that the number counts for.</summary>
    internal long CaptureThreadId { get; private set; }

    /// <summary>The thread that it is about.</summary>
    internal long ThreadId { get; private set; }

    /// <summary>Ticks of the target's monotonic clock.</summary>
    internal long Ticks { get; private set; }

    /// <summary>Whether all older events of all threads stand before it in the stream.</summary>
    internal bool IsOldest { get; private set; }

    /// <summary>Bytes of its payload.</summary>
    internal int PayloadBytes { get; private set; }

    /// <summary>Reads the next event's header and payload.</summary>
    /// <returns>False at the end of the block.</returns>
    /// <exception cref="FormatException">The block ends within it.</exception>
    internal bool Read(out ReadOnlySpan<byte> payload)
    {
        payload = default;
        if (_rest.IsEmpty) return false;
        int flags = _rest[0];
        _rest = _rest[1..];
        if ((flags & HasMetadataId) != 0) MetadataId = (int)ReadVarint();
        ReadSequence((flags & HasSequence) != 0);
        if ((flags & HasThreadId) != 0) ThreadId = ReadVarint();
        if ((flags & HasStackId) != 0) ReadVarint();
        Ticks += ReadVarint();
        if ((flags & HasActivityId) != 0) Skip(ActivityIdBytes);
        if ((flags & HasRelatedActivityId) != 0) Skip(ActivityIdBytes);
        IsOldest = (flags & IsOldestFlag) != 0;
        if ((flags & HasLength) != 0) PayloadBytes = (int)ReadVarint();
        if ((uint)PayloadBytes > (uint)_rest.Length) throw EndsEarly();
        payload = _rest[..PayloadBytes];
        _rest = _rest[PayloadBytes..];
        return true;
    }

    private void ReadSequence(bool isNamed)
    {
        if (isNamed)
        {
            Sequence += (int)ReadVarint();
            CaptureThreadId = ReadVarint();
            ReadVarint(); // processor
        }

        if (MetadataId != 0) Sequence++;
    }

    private long ReadVarint()
    {
        long value = 0;
        for (var shift = 0; shift <= VarintBitsMax; shift += 7)
        {
            if (_rest.IsEmpty) throw EndsEarly();
            long part = _rest[0];
            _rest = _rest[1..];
            value |= (part & 0x7F) << shift;
            if (part < 0x80) return value;
        }

        throw new FormatException("A number in the event stream is too long.");
    }

    private void Skip(int count)
    {
        if (_rest.Length < count) throw EndsEarly();
        _rest = _rest[count..];
    }

    private static FormatException EndsEarly() => new("A block of the event stream ends in the middle of an event.");
}
