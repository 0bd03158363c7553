using NUnit.Framework;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace TraceFormat.Tests.Wire;

public sealed class CertificateFileTests
{
    private static readonly Certificate Sample = new()
    {
        Kind = CertificateKind.Certify,
        Tool = "0.1.0",
        Incident = "stampede",
        Test = "Tests.Holds",
        Orders = CertifiedOrders.Conflicts,
        Middle = "00000000000000aa",
        Seed = 7,
        Passed = 2,
        PassedBySwaps = [1, 1],
        IsComplete = false,
        NotCovered = [new Uncovered("Schedules that did not run.", 3, "2 swaps from the recorded order")],
        Seconds = 1.5,
        Digest = CertificateFile.DigestOf(["b", "a"]),
        Build = [new CertifiedAssembly("Shop", Guid.Parse("11111111-2222-3333-4444-555555555555"))],
        Failure = new FailedSchedule("c", "1 swap from the recorded order", "Expected: 1"),
        Part = new CertificatePart(3, 8),
        Schedules = ["a", "b"],
    };

    [Test]
    public void Certificate_is_read_back_as_it_was_written()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, CertificateFile.NameOf(Sample.Kind, Sample.Part));
        CertificateFile.Write(path, Sample);
        var read = CertificateFile.Read(path);
        Assert.That(read with { Build = Sample.Build, NotCovered = Sample.NotCovered, PassedBySwaps = Sample.PassedBySwaps, Schedules = Sample.Schedules }, Is.EqualTo(Sample));
        Assert.That(read.Build, Is.EqualTo(Sample.Build));
        Assert.That(read.NotCovered, Is.EqualTo(Sample.NotCovered));
        Assert.That(read.PassedBySwaps, Is.EqualTo(Sample.PassedBySwaps));
        Assert.That(read.Schedules, Is.EqualTo(Sample.Schedules));
    }

    [TestCase("{")]
    [TestCase("null")]
    [TestCase("{ \"kind\": 7 }")]
    public void Certificate_that_is_malformed_says_what_to_do(string text)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, CertificateFile.Name);
        File.WriteAllText(path, text);
        Assert.That(() => CertificateFile.Read(path), Throws.TypeOf<RecordingDamagedException>().With.Message.Contains("REPLAYKIT_MODE=certify"));
    }

    [TestCase("\"index\": 3", "\"index\": 9")]
    [TestCase("\"name\": \"Shop\"", "\"name\": null")]
    [TestCase("\"schedules\": [", "\"schedules\": [ null,")]
    public void Certificate_that_cannot_be_is_malformed(string old, string changed)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, CertificateFile.Name);
        CertificateFile.Write(path, Sample);
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(old));
        File.WriteAllText(path, text.Replace(old, changed, StringComparison.Ordinal));
        Assert.That(() => CertificateFile.Read(path), Throws.TypeOf<RecordingDamagedException>());
    }

    [Test]
    public void Digest_names_a_set()
    {
        Assert.That(CertificateFile.DigestOf(["a", "b", "a"]), Is.EqualTo(CertificateFile.DigestOf(["b", "a"])));
        Assert.That(CertificateFile.DigestOf(["ab"]), Is.Not.EqualTo(CertificateFile.DigestOf(["a", "b"])));
    }

    [Test]
    public void File_that_is_missing_is_told_as_such() =>
        Assert.That(() => CertificateFile.Read(Path.Combine(Path.GetTempPath(), "no-such-certificate.json")), Throws.TypeOf<RecordingMissingException>());
}
