using MessagePack;
using NUnit.Framework;
using ReplayKit.TraceFormat.Wire;

namespace TraceFormat.Tests.Wire;

/// <summary>Chunks that are MessagePack, with a right checksum, and yet no chunk.</summary>
public sealed class HostileChunkTests
{
    private static readonly byte[] s_file = Sample.Bytes();

    [Test]
    public void Chunk_by_the_book_is_read()
    {
        using var folder = new TempFolder();
        Write(folder, new ForgedChunk().Bytes());
        var read = RecordingFile.Read(folder.File());
        Assert.That(read.Events.Select(static e => (e.TimeNs, e.ThreadId, e.TaskId, e.RelatedTaskId, e.Number, e.Text)), Is.EqualTo(new (long, long, int, int, long, string?)[]
        {
            (5, 77, 1, 0, 200, "t"), (4, 77, 1, 3, -1, null),
        }));
        Assert.That(read.Events[1].Field("t"), Is.EqualTo("u"));
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("no events", static chunk => chunk.Kinds = []);
        yield return Case("event of no kind", static chunk => chunk.Kinds = [1, 0]);
        yield return Case("event of an unknown kind", static chunk => chunk.Kinds = [1, 200]);
        yield return Case("more events than allowed", static chunk => chunk.Kinds = [.. Enumerable.Repeat((byte)1, WireLimits.ChunkEventCountMax + 1)]);
        yield return Case("column too short", static chunk => chunk.Times = [1]);
        yield return Case("column too long", static chunk => chunk.Numbers = [1, 2, 3]);
        yield return Case("thread outside of its table", static chunk => chunk.Threads = [0, 1]);
        yield return Case("thread before its table", static chunk => chunk.Threads = [0, -1]);
        yield return Case("text outside of its table", static chunk => chunk.Texts = [0, 3]);
        yield return Case("text before its table", static chunk => chunk.Texts = [0, -2]);
        yield return Case("task beyond an int", static chunk => chunk.TaskIds = [0, 1UL << 40]);
        yield return Case("related task beyond an int", static chunk => chunk.Related = [0, long.MaxValue]);
        yield return Case("related task before zero", static chunk => chunk.Related = [0, long.MinValue]);
        yield return Case("fields of no event", static chunk => chunk.Fields = [[2, 0, 1]]);
        yield return Case("fields before the first event", static chunk => chunk.Fields = [[-1, 0, 1]]);
        yield return Case("fields of one event twice", static chunk => chunk.Fields = [[0, 0, 1], [0, 0, 1]]);
        yield return Case("fields of events in the wrong order", static chunk => chunk.Fields = [[1, 0, 1], [0, 0, 1]]);
        yield return Case("field without a value", static chunk => chunk.Fields = [[0, 0]]);
        yield return Case("fields without an event", static chunk => chunk.Fields = [[]]);
        yield return Case("field outside of the table", static chunk => chunk.Fields = [[0, 0, 2]]);
        yield return Case("more fields than allowed", static chunk => chunk.Fields = [new long[3 + (2 * WireLimits.ChunkFieldCountMax)]]);
        yield return Case("text that is no UTF-8", static chunk => chunk.RawText = [0xa1, 0xff]);
        yield return Case("text that is nothing", static chunk => chunk.RawText = [0xc0]);
        yield return Case("text that ends inside a character", static chunk => chunk.RawText = [0xc4, 0x01, 0x41]);
        yield return Case("text that claims two gigabytes", static chunk => chunk.RawText = [0xdb, 0x7f, 0xff, 0xff, 0xff, 0x41]);
        yield return Case("text that is a number", static chunk => chunk.RawText = [0x05]);
        yield return Case("list that claims four thousand million", static chunk => chunk.TextTableHeader = [0xdd, 0xff, 0xff, 0xff, 0xff]);
        yield return Case("list beyond the limit", static chunk => chunk.TextTableHeader = [0xdd, 0x00, 0x0f, 0xff, 0xff]);
        yield return Case("list with more than is there", static chunk => chunk.TextTableHeader = [0xdc, 0xff, 0xff]);
        yield return Case("bytes behind the end", static chunk => chunk.Tail = [0x00]);
    }

    [TestCaseSource(nameof(Wrong))]
    public void Chunk_that_breaks_a_rule_is_a_typed_error(object change)
    {
        var chunk = new ForgedChunk();
        ((Action<ForgedChunk>)change)(chunk);
        using var folder = new TempFolder();
        Write(folder, chunk.Bytes());
        Assert.That(Judge.CheckTyped(folder.File(), "forged chunk"), Is.InstanceOf<RecordingDamagedException>());
    }

    [Test]
    public void Largest_chunk_of_few_bytes_takes_bounded_memory()
    {
        const int count = WireLimits.ChunkEventCountMax;
        var chunk = new ForgedChunk
        {
            Kinds = [.. Enumerable.Repeat((byte)6, count)],
            Times = new ulong[count],
            Threads = new long[count],
            TaskIds = new ulong[count],
            Related = new long[count],
            Numbers = new long[count],
            Texts = new long[count],
        };
        using var folder = new TempFolder();
        var small = MessagePackSerializer.ConvertFromJson("[]"); // keeps the serializer's own start-up out of the measurement
        Assert.That(small, Is.Not.Empty);
        Write(folder, chunk.Bytes());
        Assert.That(Judge.CheckTyped(folder.File(), "largest chunk"), Is.Null);
    }

    private static void Write(TempFolder folder, byte[] chunk) => folder.Write([.. FileForge.Beginning(s_file), .. FileForge.Frame(FileForge.Chunk, chunk)]);

    private static TestCaseData Case(string name, Action<ForgedChunk> change) => new TestCaseData(change).SetArgDisplayNames(name);
}
