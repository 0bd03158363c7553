using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace TraceFormat.Tests.Wire;

/// <summary>Small recordings that use every member of the model.</summary>
public static class Sample
{
    public const int ChunkCount = 3;

    private const int EventsPerChunk = 28;

    // A writer waits for the disk when it closes: once is enough.
    private static readonly Lazy<byte[]> s_bytes = new(Make);

    public static RecordingHeader Header { get; } = new(
        "0.1.0",
        new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddTicks(1),
        new RecordedProcess(4711, "Shop", "10.0.12", "Linux", "x64", 2),
        [
            new RecordedAssembly("Shop", "1.2.3.4", new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), false),
            new RecordedAssembly("System.Private.CoreLib", "10.0.0.0", Guid.Empty, true),
        ],
        ["Authorization", "Cookie"]);

    public static RecordingFooter Footer { get; } = new(
        999_000,
        new Completeness(ChunkCount * EventsPerChunk, 3, false, [new UnknownEvents("Some-Provider/17", 42), new UnknownEvents("Löwe", long.MaxValue)]) { Losses = [new LostEvents(101, 0, 4_000, 2), new LostEvents(102, 5_000, 9_000, 1)] },
        [
            new AsyncMethod("<GetAsync>d__3", "Shop", "Shop.Prices.PriceCache", "GetAsync", false),
            new AsyncMethod("<SendAsync>d__1", "System.Net.Http", "System.Net.Http.HttpClient", "SendAsync", true),
        ]);

    /// <summary>One event of each kind in each chunk.</summary>
    public static Recording Recording { get; } = new(Header, [.. Enumerable.Range(0, ChunkCount * EventsPerChunk).Select(Event)], Footer);

    /// <summary>The bytes of <see cref="Recording"/>, in <see cref="ChunkCount"/> chunks.</summary>
    public static byte[] Bytes() => s_bytes.Value.ToArray();

    /// <summary>Writes <see cref="Recording"/> in its chunks; when it is not closed, the writer is still open.</summary>
    public static RecordingWriter WriteChunks(string path, bool close = true)
    {
        var writer = RecordingWriter.Create(path, Header);
        foreach (var chunk in Recording.Events.Chunk(EventsPerChunk))
        {
            foreach (var recorded in chunk) writer.Append(recorded);
            writer.Flush();
        }

        if (close) writer.Close(Footer);
        return writer;
    }

    private static byte[] Make()
    {
        using var folder = new TempFolder();
        WriteChunks(folder.File()).Dispose();
        return File.ReadAllBytes(folder.File());
    }

    private static RecordedEvent Event(int index)
    {
        var kind = (RecordedEventKind)(1 + (index % EventsPerChunk));
        return new RecordedEvent(kind, index * 20_000L, 100 + (index % 4))
        {
            TaskId = index + 7,
            RelatedTaskId = index % 3 == 0 ? 0 : index + 2,
            Number = index % 5 == 0 ? 200 : 0,
            Text = index % 4 == 0 ? null : $"/price/{index % 6}",
            Fields = kind == RecordedEventKind.RequestStarted ? [new(FieldNames.Method, "GET"), new(FieldNames.HeaderPrefix + "Accept", "text/überhaupt 🦊")] : default,
        };
    }
}
