using ReplayKit.Recorder.EventPipe;
using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.NetTrace;

/// <summary>What the numbers of events in a stream stand for: the runtime gives them out and tells each before its first use.</summary>
internal sealed class MetadataTable
{
    // The number is the stream's word, and the table is as long as the largest.
    private const int IdMax = 1 << 20;

    private (RawProvider Provider, int Id)[] _entries = new (RawProvider, int)[256];

    /// <summary>Takes one in: its number, the provider's name, the event's number at the provider, its name; the rest describes fields.</summary>
    internal void Add(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var metadataId = reader.ReadInt32();
        var provider = reader.ReadString();
        var id = reader.ReadInt32();
        var name = reader.ReadString();
        if (reader.IsPastEnd || metadataId is < 0 or > IdMax) throw new FormatException("The event stream holds malformed metadata.");
        if (metadataId >= _entries.Length) Array.Resize(ref _entries, 2 * metadataId);
        var known = ProviderNames.Of(provider);
        _entries[metadataId] = (known, known == RawProvider.Npgsql ? NpgsqlEvents.NumberOf(name) : id);
    }

    /// <summary>What a number stands for; nothing known when it was never told.</summary>
    internal (RawProvider Provider, int Id) Find(int metadataId) =>
        (uint)metadataId < (uint)_entries.Length ? _entries[metadataId] : (RawProvider.Other, 0);
}
