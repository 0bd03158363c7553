using System.Buffers.Binary;
using NUnit.Framework;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;
using TraceFormat.Tests.Wire;

namespace TraceFormat.Tests.Golden;

/// <summary>Recordings of every version that was ever written are read as they were meant. Each was written by the writer of its version.</summary>
public sealed class GoldenTests
{
    private static IEnumerable<TestCaseData> Versions() =>
        new[] { GoldenContent.V1, GoldenContent.V2 }.Select(static (content, i) => new TestCaseData(i + 1, content).SetArgDisplayNames($"v{i + 1}"));

    [TestCaseSource(nameof(Versions))]
    public void Golden_recording_is_read_member_by_member(int version, Recording content)
    {
        var path = Golden($"v{version}.rktrace");
        Assert.That(VersionOf(File.ReadAllBytes(path)), Is.EqualTo(version));
        Assert.That(RecordingText.Of(RecordingFile.Read(path)), Is.EqualTo(RecordingText.Of(content)));
    }

    [Test]
    public void Recording_of_a_real_service_is_read_member_by_member()
    {
        Assert.That(VersionOf(File.ReadAllBytes(Golden("v1-price-cache-stampede.rktrace"))), Is.EqualTo(1));
        var read = RecordingText.Of(RecordingFile.Read(Golden("v1-price-cache-stampede.rktrace")));
        Assert.That(read, Is.EqualTo(File.ReadAllText(Golden("v1-price-cache-stampede.txt"))));
    }

    [Test]
    public void Version_that_is_written_has_a_golden_recording() =>
        Assert.That(Versions().Count(), Is.EqualTo(FormatVersion.Current), "a new version keeps a golden recording: add its content, and run Golden_recording_of_the_current_version_is_written_anew");

    [Test]
    public void Golden_recording_that_is_written_again_has_the_same_bytes()
    {
        using var folder = new TempFolder();
        Write(folder.File());
        Assert.That(File.ReadAllBytes(folder.File()), Is.EqualTo(File.ReadAllBytes(Golden($"v{FormatVersion.Current}.rktrace"))), "the layout changed, and that is a new version; or only the compressor did, and then the golden recording stays as it is and this test compares what is in the frames");
    }

    [Test]
    [Explicit("Writes into the repository, once for each version.")]
    public void Golden_recording_of_the_current_version_is_written_anew() =>
        Write(RepositoryRoot.File("tests", "TraceFormat.Tests", "Golden", $"v{FormatVersion.Current}.rktrace"));

    private static void Write(string path) => RecordingFile.Write(path, (Recording)Versions().ElementAt(FormatVersion.Current - 1).Arguments[1]!);

    private static ushort VersionOf(byte[] file) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8));

    private static string Golden(string name) => Path.Combine(AppContext.BaseDirectory, "Golden", name);
}
