using CsCheck;
using NUnit.Framework;
using ReplayKit.TraceFormat.Model;

namespace TraceFormat.Tests.Wire;

/// <summary>A file whose bytes were changed tells the truth or a typed error.</summary>
public sealed class HostileBytesTests
{
    private static readonly IReadOnlyList<RecordedEvent> s_truth = Sample.Recording.Events;

    [Test]
    public void Any_byte_changed_gives_a_typed_error_or_the_true_beginning([Values] bool isClosed)
    {
        using var folder = new TempFolder();
        var file = isClosed ? Sample.Bytes() : Unclosed(Sample.Bytes());
        for (var at = 0; at < file.Length; at++)
        {
            foreach (var mask in (byte[])[1, 16, 128, 255])
            {
                file[at] ^= mask;
                Judge.CheckPrefix(folder.Write(file), s_truth, $"byte {at} ^ {mask}");
                file[at] ^= mask;
            }
        }
    }

    [Test]
    public void Any_length_gives_a_typed_error_or_the_true_beginning()
    {
        using var folder = new TempFolder();
        var file = Sample.Bytes();
        var frames = FileForge.Frames(file);
        for (var length = 0; length < file.Length; length++)
        {
            var found = Judge.CheckPrefix(folder.Write(file[..length]), s_truth, $"cut to {length}");
            var whole = frames.Count(frame => frame.Kind == FileForge.Chunk && frame.End <= length);
            Assert.That(found, Is.EqualTo(whole * s_truth.Count / Sample.ChunkCount), $"cut to {length}");
        }
    }

    [Test]
    public void Two_bytes_changed_give_a_typed_error_or_the_true_beginning() =>
        Gen.Select(Gen.Int[0, Sample.Bytes().Length - 1], Gen.Byte, Gen.Int[0, Sample.Bytes().Length - 1], Gen.Byte).Sample(
            static (first, firstByte, second, secondByte) =>
            {
                using var folder = new TempFolder();
                var file = Sample.Bytes();
                file[first] = firstByte;
                file[second] = secondByte;
                Judge.CheckPrefix(folder.Write(file), s_truth, "two bytes");
            },
            iter: 700);

    [Test]
    public void Random_bytes_give_a_typed_error()
    {
        using var folder = new TempFolder();
        var random = new Random(1);
        for (var i = 0; i < 1_000; i++)
        {
            var bytes = new byte[random.Next(2_000)];
            random.NextBytes(bytes);
            // Half of them begin as a recording does.
            if (i % 2 == 0) bytes = [.. FileForge.Preamble(), .. bytes];
            Assert.That(Judge.CheckTyped(folder.Write(bytes), $"random file {i}"), Is.Not.Null);
        }
    }

    [Test]
    public void Garbage_behind_a_closed_file_hides_nothing_and_adds_nothing()
    {
        using var folder = new TempFolder();
        var (file, random) = (Sample.Bytes(), new Random(2));
        for (var i = 0; i < 200; i++)
        {
            var garbage = new byte[1 + random.Next(200)];
            random.NextBytes(garbage);
            Assert.That(Judge.CheckPrefix(folder.Write([.. file, .. garbage]), s_truth, $"garbage {i}"), Is.EqualTo(s_truth.Count));
        }
    }

    [Test]
    public void Garbage_behind_a_file_never_closed_adds_nothing()
    {
        using var folder = new TempFolder();
        var (file, random) = (Unclosed(Sample.Bytes()), new Random(3));
        for (var i = 0; i < 500; i++)
        {
            var garbage = new byte[1 + random.Next(200)];
            if (i % 2 == 0) random.NextBytes(garbage);
            Judge.CheckPrefix(folder.Write([.. file, .. garbage]), s_truth, $"garbage {i}");
        }
    }

    [Test]
    public void Chunks_taken_out_swapped_or_doubled_are_a_typed_error()
    {
        using var folder = new TempFolder();
        var file = Sample.Bytes();
        var parts = FileForge.Frames(file).Select(frame => file[frame.Offset..frame.End]).ToArray();
        var (start, trailer) = (file[..10], file[^16..]);
        int[][] orders = [[0, 2, 1, 3, 4], [0, 1, 3, 4], [0, 1, 1, 2, 3, 4], [0, 4], [0, 1, 2, 3, 3, 4], [0, 1, 2, 0, 3, 4], [0, 3, 2, 1, 4], [0, 1, 2, 3, 4, 4], [1, 0, 2, 3, 4]];
        foreach (var order in orders)
        {
            byte[] forged = [.. start, .. order.SelectMany(part => parts[part]), .. trailer];
            Assert.That(Judge.CheckTyped(folder.Write(forged), string.Join(' ', order)), Is.Not.Null, string.Join(' ', order));
        }
    }

    private static byte[] Unclosed(byte[] file) => file[..FileForge.Frames(file)[^1].Offset];
}
