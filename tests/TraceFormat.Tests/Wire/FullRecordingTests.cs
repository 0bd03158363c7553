using System.Collections.Immutable;
using NUnit.Framework;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace TraceFormat.Tests.Wire;

/// <summary>What a writer writes can be read: what could not be is refused while it is written.</summary>
public sealed class FullRecordingTests
{
    private static readonly ImmutableArray<string> s_tooMany = [.. Enumerable.Repeat("x", WireLimits.ListCountMax + 1)];

    [Test]
    public void Header_with_a_list_too_long_to_be_read_is_not_written()
    {
        using var folder = new TempFolder();
        Assert.That(() => RecordingWriter.Create(folder.File(), Sample.Header with { Redacted = s_tooMany }), Throws.InstanceOf<RecordingWriteException>());
    }

    [Test]
    public void Footer_with_a_list_too_long_to_be_read_is_not_written_and_the_events_stay()
    {
        using var folder = new TempFolder();
        using (var writer = Sample.WriteChunks(folder.File(), close: false))
        {
            var footer = Sample.Footer with { Completeness = Sample.Footer.Completeness with { Unknown = [.. s_tooMany.Select(static name => new UnknownEvents(name, 1))] } };
            Assert.That(() => writer.Close(footer), Throws.InstanceOf<RecordingWriteException>());
        }

        var read = RecordingFile.Read(folder.File());
        Assert.That(read.Events, Is.EqualTo(Sample.Recording.Events));
        Assert.That(read.Footer.Completeness.IsCutShort, Is.True);
    }

    [Test]
    [Explicit("Writes 600,000 chunks, which takes a while.")]
    public void Recording_with_the_most_chunks_takes_no_more_and_is_closed_and_read()
    {
        using var folder = new TempFolder();
        using (var writer = RecordingWriter.Create(folder.File(), Sample.Header))
        {
            var recorded = new RecordedEvent(RecordedEventKind.WorkEnded, 1, 2);
            for (var i = 0; i < WireLimits.ChunkCountMax; i++)
            {
                writer.Append(recorded with { TimeNs = i });
                writer.Flush();
            }

            Assert.That(() => writer.Append(recorded), Throws.InstanceOf<RecordingWriteException>().With.Message.Contains("full"));
            writer.Close(Sample.Footer);
        }

        using var reader = RecordingReader.Open(folder.File());
        Assert.That(reader.Events().Count(), Is.EqualTo(WireLimits.ChunkCountMax));
        Assert.That(reader.ReadFooter().DurationNs, Is.EqualTo(Sample.Footer.DurationNs));
    }
}
