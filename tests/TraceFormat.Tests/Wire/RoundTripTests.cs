using CsCheck;
using NUnit.Framework;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace TraceFormat.Tests.Wire;

/// <summary>What is written is what is read.</summary>
public sealed class RoundTripTests
{
    [Test]
    public void Any_list_of_events_comes_back_as_it_was() =>
        EventGen.Any.Array[0, 60].Sample(
            static events =>
            {
                using var folder = new TempFolder();
                RecordingFile.Write(folder.File(), Sample.Recording with { Events = [.. events] });
                return AreSame(RecordingFile.Read(folder.File()).Events, events);
            },
            iter: 300);

    [Test]
    public void Any_list_of_events_comes_back_wherever_chunks_end() =>
        Gen.Select(EventGen.Any, Gen.Bool).Array[0, 60].Sample(
            static steps =>
            {
                using var folder = new TempFolder();
                using var writer = RecordingWriter.Create(folder.File(), Sample.Header);
                foreach (var (recorded, flush) in steps)
                {
                    writer.Append(recorded);
                    if (flush) writer.Flush();
                }

                writer.Close(Sample.Footer);
                using var reader = RecordingReader.Open(folder.File());
                return AreSame(reader.Events(), steps.Select(static step => step.Item1)) && writer.EventCount == steps.Length;
            },
            iter: 300);

    [Test]
    public void Empty_list_of_fields_is_the_same_as_none()
    {
        using var folder = new TempFolder();
        var written = new RecordedEvent(RecordedEventKind.WorkBegan, 1, 2) { Fields = [] };
        RecordingFile.Write(folder.File(), Sample.Recording with { Events = [written] });
        var read = RecordingFile.Read(folder.File()).Events[0];
        Assert.That(read.Fields.IsDefault, Is.True);
        Assert.That(read, Is.EqualTo(written));
    }

    [Test]
    public void Many_chunks_come_back_in_order()
    {
        using var folder = new TempFolder();
        var events = RealisticStream.Make(30_000);
        RecordingFile.Write(folder.File(), Sample.Recording with { Events = [.. events] });
        Assert.That(AreSame(RecordingFile.Read(folder.File()).Events, events), Is.True);
    }

    [Test]
    public void Large_texts_are_spread_over_chunks_that_can_be_read()
    {
        using var folder = new TempFolder();
        var events = Enumerable.Range(0, 300).Select(static i => new RecordedEvent(RecordedEventKind.ExceptionThrown, i, 1)
        {
            Text = "T",
            Fields = [new RecordedField(FieldNames.Message, new string((char)('a' + (i % 26)), 100_000) + i)],
        }).ToArray();
        RecordingFile.Write(folder.File(), Sample.Recording with { Events = [.. events] });
        Assert.That(AreSame(RecordingFile.Read(folder.File()).Events, events), Is.True);
    }

    [Test]
    public void Many_different_fields_are_spread_over_chunks_that_can_be_read()
    {
        using var folder = new TempFolder();
        var events = Enumerable.Range(0, 9_000).Select(static i => new RecordedEvent(RecordedEventKind.RequestStarted, i, 1)
        {
            Fields = [.. Enumerable.Range(0, 30).Select(f => new RecordedField($"h{f}", $"{i}.{f}"))],
        }).ToArray();
        RecordingFile.Write(folder.File(), Sample.Recording with { Events = [.. events] });
        Assert.That(AreSame(RecordingFile.Read(folder.File()).Events, events), Is.True);
    }

    [Test]
    public void Header_and_footer_come_back_as_they_were()
    {
        using var folder = new TempFolder();
        RecordingFile.Write(folder.File(), Sample.Recording);
        var read = RecordingFile.Read(folder.File());
        AssertSame(read.Header, Sample.Header);
        AssertSame(read.Footer, Sample.Footer);
    }

    [Test]
    public void Header_and_footer_come_back_when_their_lists_are_empty_and_their_numbers_extreme()
    {
        using var folder = new TempFolder();
        var header = new RecordingHeader("", DateTimeOffset.MaxValue.ToUniversalTime(), new RecordedProcess(int.MinValue, "a\ud800", "", "", "", int.MaxValue), [], []);
        var footer = new RecordingFooter(long.MinValue, new Completeness(long.MaxValue, long.MinValue, true, []), []);
        RecordingFile.Write(folder.File(), new Recording(header, [], footer));
        var read = RecordingFile.Read(folder.File());
        AssertSame(read.Header, header);
        AssertSame(read.Footer, footer);
        Assert.That(read.Events, Is.Empty);
    }

    [Test]
    public void Second_pass_gives_the_events_of_the_first()
    {
        using var folder = new TempFolder();
        Sample.WriteChunks(folder.File()).Dispose();
        using var reader = RecordingReader.Open(folder.File());
        Assert.That(reader.Events().ToArray(), Is.EqualTo(Sample.Recording.Events));
        Assert.That(reader.Events().ToArray(), Is.EqualTo(Sample.Recording.Events));
    }

    [Test]
    public void Passes_side_by_side_do_not_disturb_each_other()
    {
        using var folder = new TempFolder();
        Sample.WriteChunks(folder.File()).Dispose();
        using var reader = RecordingReader.Open(folder.File());
        var pairs = reader.Events().Zip(reader.Events().Skip(20)).Select(pair => (pair.First, pair.Second, reader.ReadFooter().DurationNs)).ToArray();
        Assert.That(pairs.Select(static pair => pair.First), Is.EqualTo(Sample.Recording.Events.SkipLast(20)));
        Assert.That(pairs.Select(static pair => pair.Second), Is.EqualTo(Sample.Recording.Events.Skip(20)));
    }

    private static void AssertSame(RecordingHeader read, RecordingHeader written)
    {
        Assert.That(read with { Assemblies = written.Assemblies, Redacted = written.Redacted }, Is.EqualTo(written));
        Assert.That(read.Assemblies, Is.EqualTo(written.Assemblies));
        Assert.That(read.Redacted, Is.EqualTo(written.Redacted));
    }

    private static void AssertSame(RecordingFooter read, RecordingFooter written)
    {
        Assert.That(read.DurationNs, Is.EqualTo(written.DurationNs));
        Assert.That(read.Completeness with { Unknown = written.Completeness.Unknown, Losses = written.Completeness.Losses }, Is.EqualTo(written.Completeness));
        Assert.That(read.Completeness.Losses, Is.EqualTo(written.Completeness.Losses));
        Assert.That(read.Completeness.Unknown, Is.EqualTo(written.Completeness.Unknown));
        Assert.That(read.AsyncMethods, Is.EqualTo(written.AsyncMethods));
    }

    // NUnit's own comparison of long lists of structs is slow.
    private static bool AreSame(IEnumerable<RecordedEvent> read, IEnumerable<RecordedEvent> written) => read.SequenceEqual(written);
}
