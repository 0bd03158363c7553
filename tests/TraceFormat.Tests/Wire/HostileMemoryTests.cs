using MessagePack;
using NUnit.Framework;
using ReplayKit.TraceFormat.Wire;

namespace TraceFormat.Tests.Wire;

/// <summary>Few bytes that are valid, and stand for as much as they can.</summary>
public sealed class HostileMemoryTests
{
    private const int Most = WireLimits.ListCountMax;

    private static readonly byte[] s_file = Sample.Bytes();

    [Test]
    public void Tests_run_in_no_more_memory_than_a_hostile_file_may_take() =>
        Assert.That(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, Is.LessThanOrEqualTo(256L * 1024 * 1024), "runtimeconfig.template.json sets it");

    [Test]
    public void Chunks_that_each_stand_for_the_most_events_are_streamed_and_not_read_whole()
    {
        using var folder = new TempFolder();
        folder.Write(Repeated(FullChunk().Bytes(), 60));
        using (var reader = RecordingReader.Open(folder.File()))
            Assert.That(reader.Events().Count(), Is.EqualTo(60 * WireLimits.ChunkEventCountMax));
        Assert.That(new FileInfo(folder.File()).Length, Is.LessThan(300_000));
        Assert.That(() => RecordingFile.Read(folder.File()), Throws.InstanceOf<RecordingDamagedException>().With.Message.Contains("more than any recorder puts into them"));
    }

    [Test]
    public void Chunks_that_each_stand_for_the_longest_text_are_streamed_and_not_read_whole()
    {
        using var folder = new TempFolder();
        folder.Write(Repeated(new ForgedChunk { RawText = Text(WireLimits.EventTextCharsMax - 1) }.Bytes(), 60));
        using (var reader = RecordingReader.Open(folder.File()))
            Assert.That(reader.Events().Sum(static e => (long)(e.Text?.Length ?? 0)), Is.EqualTo(60L * (WireLimits.EventTextCharsMax - 1)));
        Assert.That(() => RecordingFile.Read(folder.File()), Throws.InstanceOf<RecordingDamagedException>());
    }

    [Test]
    public void Chunk_with_more_text_than_a_writer_puts_into_one_is_a_typed_error()
    {
        using var folder = new TempFolder();
        folder.Write(Repeated(new ForgedChunk { RawText = Text(WireLimits.EventTextCharsMax) }.Bytes(), 1));
        Assert.That(() => RecordingFile.Read(folder.File()), Throws.InstanceOf<RecordingDamagedException>());
    }

    [Test]
    public void Chunk_with_the_most_of_everything_is_read()
    {
        var chunk = FullChunk();
        chunk.Fields = [.. Enumerable.Range(0, WireLimits.ChunkFieldCountMax).Select(static i => new long[] { i, 0, 1 })];
        using var folder = new TempFolder();
        folder.Write(Repeated(chunk.Bytes(), 1));
        var read = RecordingFile.Read(folder.File()).Events;
        Assert.That(read, Has.Length.EqualTo(WireLimits.ChunkEventCountMax));
        Assert.That(read[^1].Field("t"), Is.EqualTo("u"));
    }

    [Test]
    public void Header_with_the_most_of_everything_is_read()
    {
        var header = FileForge.Pack(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(10);
            writer.Write("t");
            writer.Write(0L);
            writer.Write(1);
            for (var i = 0; i < 4; i++) writer.Write("p");
            writer.Write(1);
            writer.WriteArrayHeader(Most);
            for (var i = 0; i < Most; i++)
            {
                writer.WriteArrayHeader(4);
                writer.Write("n");
                writer.Write("v");
                writer.Write("0f8fad5bd9cb469fa16570867728950e");
                writer.Write(true);
            }

            writer.WriteArrayHeader(Most);
            for (var i = 0; i < Most; i++) writer.Write("r");
        });
        using var folder = new TempFolder();
        folder.Write([.. FileForge.Preamble(), .. FileForge.Frame(FileForge.Header, RawPart.Compress(header))]);
        using var reader = RecordingReader.Open(folder.File());
        Assert.That((reader.Header.Assemblies.Length, reader.Header.Redacted.Length), Is.EqualTo((Most, Most)));
    }

    [Test]
    public void Footer_with_the_most_of_everything_is_read_and_held_against_the_file()
    {
        var footer = FileForge.Pack(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(8);
            for (var i = 0; i < 3; i++) writer.Write(0);
            writer.Write(false);
            WriteRows(ref writer, static (ref MessagePackWriter row) => { row.WriteArrayHeader(2); row.Write("u"); row.Write(1); });
            WriteRows(ref writer, static (ref MessagePackWriter row) => { row.WriteArrayHeader(5); for (var i = 0; i < 4; i++) row.Write("m"); row.Write(true); });
            writer.WriteArrayHeader(WireLimits.ChunkCountMax);
            for (var i = 0; i < WireLimits.ChunkCountMax; i++)
            {
                writer.WriteArrayHeader(3);
                writer.Write(i);
                writer.Write(1);
                writer.Write(i);
            }

            WriteRows(ref writer, static (ref MessagePackWriter row) => { row.WriteArrayHeader(4); for (var i = 0; i < 4; i++) row.Write(1); });
        });
        using var folder = new TempFolder();
        folder.Write([.. FileForge.Beginning(s_file), .. FileForge.Frame(FileForge.Footer, RawPart.Compress(footer))]);
        // All of it is believed, until the chunks that it names are looked for.
        Assert.That(() => RecordingFile.Read(folder.File()), Throws.InstanceOf<RecordingDamagedException>().With.Message.Contains("0 chunks are there, and its index names 600000"));
    }

    private static void WriteRows(ref MessagePackWriter writer, FileForge.Write row)
    {
        writer.WriteArrayHeader(Most);
        for (var i = 0; i < Most; i++) row(ref writer);
    }

    private static ForgedChunk FullChunk()
    {
        const int count = WireLimits.ChunkEventCountMax;
        return new ForgedChunk
        {
            Kinds = [.. Enumerable.Repeat((byte)6, count)],
            Times = new ulong[count],
            Threads = new long[count],
            TaskIds = new ulong[count],
            Related = new long[count],
            Numbers = new long[count],
            Texts = new long[count],
            Fields = [],
        };
    }

    private static byte[] Text(int length) => FileForge.Pack((ref MessagePackWriter writer) => writer.Write(new string('a', length)));

    private static byte[] Repeated(byte[] chunk, int count)
    {
        var frame = FileForge.Frame(FileForge.Chunk, RawPart.Compress(chunk));
        return [.. FileForge.Beginning(s_file), .. Enumerable.Repeat(frame, count).SelectMany(static bytes => bytes)];
    }
}
