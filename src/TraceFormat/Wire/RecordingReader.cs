using System.Collections.Immutable;
using MessagePack;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>Reads a recording chunk by chunk, without loading it whole. A file that was cut short is read up to its last whole chunk.</summary>
/// <remarks>The file is hostile until proven otherwise: sizes are bounded, checksums are checked before anything is decoded, and each fault is a typed error.</remarks>
public sealed class RecordingReader : IDisposable
{
    private readonly FrameReader _frames;
    private readonly long _firstChunkOffset;
    private StoredFooter? _stored;

    private RecordingReader(FrameReader frames)
    {
        _frames = frames;
        var header = frames.Read(FileLayout.PreambleBytes) ?? throw frames.Damaged(FileLayout.PreambleBytes, "it ends before its header");
        if (header.Kind != FrameKind.Header) throw frames.Damaged(FileLayout.PreambleBytes, "its header is missing");
        Header = Decode<RecordingHeader>(header, out _);
        _firstChunkOffset = header.End;
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
        ArgumentNullException.ThrowIfNull(path);
        var frames = FrameReader.Open(File.Exists(path) || !File.Exists(path + FileLayout.IncompleteSuffix) ? path : path + FileLayout.IncompleteSuffix);
        try
        {
            return new RecordingReader(frames);
        }
        catch
        {
            frames.Dispose();
            throw;
        }
    }

    /// <summary>The events from the first to the last, in their total order. Callable again for another pass; passes may run side by side.</summary>
    /// <exception cref="RecordingDamagedException">A chunk is damaged. What was returned before is what was written.</exception>
    public IEnumerable<RecordedEvent> Events()
    {
        foreach (var chunk in Chunks())
        {
            foreach (var recorded in chunk.Events) yield return recorded;
        }
    }

    /// <summary>What was known when the recording ended; for a file cut short, what its whole chunks tell.</summary>
    /// <exception cref="RecordingDamagedException">A frame is damaged.</exception>
    public RecordingFooter ReadFooter()
    {
        if (_frames.FooterOffset is { } offset) return ReadStored(offset).Footer;
        var kept = 0L;
        var last = 0L;
        var losses = new LossBook();
        foreach (var chunk in Chunks())
        {
            kept += chunk.Events.Length;
            last = chunk.Events[^1].TimeNs;
            foreach (var recorded in chunk.Events) losses.Take(recorded);
        }

        // The footer was written whole when only the last bytes of the file, or what somebody appended to it, are wrong.
        return _stored?.Footer ?? new RecordingFooter(last, losses.Complete(new Completeness(kept, 0, IsCutShort: true, [])), []);
    }

    /// <summary>The recording in memory.</summary>
    /// <exception cref="RecordingDamagedException">A frame is damaged, or the file stands for more than its length can be believed to.</exception>
    internal Recording ReadWhole()
    {
        var chunks = new List<RecordedEvent[]>();
        // Chunk by chunk nothing is too much. All together, a few bytes could stand for any amount of memory.
        var left = WireLimits.WholeBytesMin + (WireLimits.WholeBytesPerFileByte * _frames.Length());
        foreach (var chunk in Chunks())
        {
            left -= WireLimits.WholeBytesOf(chunk.Events.Length, chunk.PayloadBytes);
            if (left < 0) throw _frames.Damaged(_frames.Length(), $"its {_frames.Length()} bytes stand for more than any recorder puts into them");
            chunks.Add(chunk.Events);
        }

        var events = ImmutableArray.CreateBuilder<RecordedEvent>(chunks.Sum(static chunk => chunk.Length));
        foreach (var chunk in chunks) events.AddRange(chunk);
        return new Recording(Header, events.MoveToImmutable(), ReadFooter());
    }

    /// <inheritdoc/>
    public void Dispose() => _frames.Dispose();

    private IEnumerable<DecodedChunk> Chunks()
    {
        var index = _frames.FooterOffset is { } footer ? ReadStored(footer).Chunks : default;
        var offset = _firstChunkOffset;
        var position = 0;
        while (_frames.Read(offset) is { } frame)
        {
            if (frame.Kind == FrameKind.Footer)
            {
                CheckEnd(frame, position);
                yield break;
            }

            if (frame.Kind != FrameKind.Chunk) throw _frames.Damaged(offset, "a header stands between its chunks");
            var events = Decode<RecordedEvent[]>(frame, out var payloadBytes);
            if (!index.IsDefault) CheckPlace(new ChunkIndexEntry(offset, events.Length, events[0].TimeNs), index, position);
            yield return new DecodedChunk(events, payloadBytes);
            offset = frame.End;
            position++;
        }
    }

    private void CheckPlace(ChunkIndexEntry found, ImmutableArray<ChunkIndexEntry> index, int position)
    {
        if (position >= index.Length || found != index[position]) throw _frames.Damaged(found.Offset, "a chunk is not the one that the index names");
    }

    private void CheckEnd(Frame footer, int chunkCount)
    {
        var stored = _stored ??= Decode<StoredFooter>(footer, out _);
        if (_frames.FooterOffset is { } offset && offset != footer.Offset) throw _frames.Damaged(footer.Offset, "it has two footers");
        if (stored.Chunks.Length != chunkCount) throw _frames.Damaged(footer.Offset, $"{chunkCount} chunks are there, and its index names {stored.Chunks.Length}");
    }

    private StoredFooter ReadStored(long offset)
    {
        if (_stored is not null) return _stored;
        if (_frames.Read(offset) is not { Kind: FrameKind.Footer } frame) throw _frames.Damaged(offset, "its footer is missing");
        return _stored = Decode<StoredFooter>(frame, out _);
    }

    private T Decode<T>(Frame frame, out int payloadBytes)
    {
        try
        {
            return WireSerializer.Read<T>(frame.Payload, out payloadBytes);
        }
        catch (MessagePackSerializationException exception)
        {
            throw _frames.Damaged(frame.Offset, (exception.InnerException as MessagePackSerializationException ?? exception).Message, exception);
        }
    }
}
