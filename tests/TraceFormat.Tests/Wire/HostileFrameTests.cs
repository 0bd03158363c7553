using NUnit.Framework;
using ReplayKit.TraceFormat.Wire;

namespace TraceFormat.Tests.Wire;

/// <summary>A frame whose checksum is right can still be made by an enemy.</summary>
public sealed class HostileFrameTests
{
    private static readonly byte[] s_file = Sample.Bytes();

    [TestCase(0x7fff_ffffu)]
    [TestCase(0xffff_ffffu)]
    [TestCase(30_000_000u)]
    public void Frame_that_claims_to_be_huge_is_no_reason_to_take_memory(uint length)
    {
        using var folder = new TempFolder();
        byte[] cut = [.. FileForge.Beginning(s_file), .. FileForge.Frame(FileForge.Chunk, [1, 2, 3], length)];
        Judge.CheckPrefix(folder.Write(cut), [], "huge frame");
        byte[] closed = [.. cut, .. s_file[FileForge.Frames(s_file)[^1].Offset..]];
        Assert.That(Judge.CheckTyped(folder.Write(closed), "huge frame in a closed file"), Is.InstanceOf<RecordingDamagedException>());
    }

    [Test]
    public void Frame_beyond_the_limit_that_is_really_there_is_a_typed_error()
    {
        using var folder = new TempFolder();
        byte[] file = [.. FileForge.Beginning(s_file), .. FileForge.Frame(FileForge.Chunk, new byte[WireLimits.FrameBytesMax + 1])];
        Assert.That(Judge.CheckTyped(folder.Write(file), "long frame"), Is.InstanceOf<RecordingDamagedException>());
    }

    [TestCase(int.MaxValue)]
    [TestCase(16_777_217L)]
    [TestCase(10_000_000L)]
    [TestCase(-1L)]
    [TestCase(0L)]
    [TestCase(long.MaxValue)]
    public void Compressed_block_that_claims_another_size_is_a_typed_error(long size)
    {
        foreach (var block in (byte[][])[[], [0x10, 0x2a], [0x1f, 0x2a, 1, 0, 255, 255, 255, 255, 0], [0xf0, 255, 255, 255, 255], [0x00], [0x0f, 9, 0, 1]])
            AssertDamaged(FileForge.Compressed([size], block), $"block {Convert.ToHexString(block)}");
    }

    [Test]
    public void Compressed_part_with_more_or_fewer_blocks_than_named_is_a_typed_error()
    {
        AssertDamaged(FileForge.Compressed([1, 1], [0x10, 0x2a]), "one missing");
        AssertDamaged(FileForge.Compressed([1], [0x10, 0x2a], [0x10, 0x2a]), "one too many");
        AssertDamaged(FileForge.Compressed([]), "none");
    }

    [Test]
    public void Random_compressed_blocks_are_typed_errors()
    {
        var random = new Random(4);
        for (var i = 0; i < 1_500; i++)
        {
            var block = new byte[random.Next(1, 60)];
            random.NextBytes(block);
            AssertDamaged(FileForge.Compressed([random.Next(5_000)], block), $"block {Convert.ToHexString(block)}");
        }
    }

    [Test]
    public void Random_payloads_are_typed_errors_in_every_kind_of_frame()
    {
        using var folder = new TempFolder();
        var random = new Random(5);
        for (var i = 0; i < 1_500; i++)
        {
            var payload = new byte[random.Next(120)];
            random.NextBytes(payload);
            byte[] chunk = [.. FileForge.Beginning(s_file), .. FileForge.Frame(FileForge.Chunk, payload)];
            Assert.That(Judge.CheckTyped(folder.Write(chunk), $"chunk {i}"), Is.InstanceOf<RecordingDamagedException>());
            byte[] header = [.. FileForge.Preamble(), .. FileForge.Frame(FileForge.Header, payload)];
            Assert.That(Judge.CheckTyped(folder.Write(header), $"header {i}"), Is.InstanceOf<RecordingDamagedException>());
        }
    }

    [Test]
    public void Header_chunk_and_footer_with_any_byte_changed_and_their_checksum_mended_give_no_error_without_a_type([Values(0, 1, 4)] int frame)
    {
        using var folder = new TempFolder();
        var (kind, offset, end) = FileForge.Frames(s_file)[frame];
        var payload = FileForge.Payload(s_file, frame);
        for (var at = 0; at < payload.Length; at++)
        {
            foreach (var value in (byte[])[0x00, 0x7f, 0x90, 0xc0, 0xc6, 0xcf, 0xd3, 0xdb, 0xdd, 0xff])
            {
                var saved = payload[at];
                payload[at] = value;
                byte[] forged = [.. s_file[..offset], .. FileForge.Frame(kind, payload), .. s_file[end..]];
                Judge.CheckTyped(folder.Write(forged), $"{at} <- {value}");
                byte[] cut = [.. s_file[..offset], .. FileForge.Frame(kind, payload)];
                Judge.CheckTyped(folder.Write(cut), $"{at} <- {value}, cut");
                payload[at] = saved;
            }
        }
    }

    private static void AssertDamaged(byte[] payload, string what)
    {
        using var folder = new TempFolder();
        byte[] file = [.. FileForge.Beginning(s_file), .. FileForge.Frame(FileForge.Chunk, payload)];
        Assert.That(Judge.CheckTyped(folder.Write(file), what), Is.InstanceOf<RecordingDamagedException>(), what);
    }
}
