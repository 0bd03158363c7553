using System.Text.Json;
using NUnit.Framework;
using ReplayKit.Recorder.Cli;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class MergeTests
{
    private const int PartCount = 8;
    private const int PerPart = 5;
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("replaykit-merge-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Parts_of_a_folder_become_one_certificate()
    {
        for (var i = 1; i <= PartCount; i++) Write(Part(i));
        var output = Path.Combine(_folder, "certificate.json");
        var done = (await Tool.RunAsync("merge", _folder, "-o", output)).IsDone();
        Assert.That(done.Out, Does.Contain("8, all there are").And.Contain("40 (8 + 32, by swaps)").And.Contain("all schedules within 2 swaps of the incident").And.Contain("yes"));
        var whole = CertificateFile.Read(output);
        Assert.Multiple(() =>
        {
            Assert.That((whole.Passed, whole.IsComplete, whole.Part, whole.Seconds), Is.EqualTo((40, true, (CertificatePart?)null, 12.0)));
            Assert.That(whole.Schedules, Is.Empty);
            Assert.That(whole.Digest, Is.EqualTo(CertificateFile.DigestOf(Enumerable.Range(1, PartCount).SelectMany(static i => Part(i).Schedules))));
        });
    }

    [Test]
    public async Task Json_is_one_document()
    {
        var paths = Enumerable.Range(1, PartCount).Select(i => Write(Part(i) with { IsComplete = i != 2, NotCovered = i != 2 ? [] : [new Uncovered("The limit.", 3, "")] })).ToArray();
        var done = (await Tool.RunAsync(["merge", .. paths, "--json"])).IsDone();
        using var document = JsonDocument.Parse(done.Out);
        var root = document.RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(root.GetProperty("schema").GetString(), Is.EqualTo("replaykit.merge/1"));
            Assert.That(root.GetProperty("parts").GetInt32(), Is.EqualTo(PartCount));
            Assert.That(root.GetProperty("passed").GetInt64(), Is.EqualTo(40));
            Assert.That(root.GetProperty("isComplete").GetBoolean(), Is.False);
            Assert.That(root.GetProperty("notCovered")[0].GetProperty("count").GetInt64(), Is.EqualTo(3));
            Assert.That(root.GetProperty("failure").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(root.GetProperty("output").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [Test]
    public async Task Gap_is_refused()
    {
        for (var i = 1; i <= PartCount; i++)
        {
            if (i != 5) Write(Part(i));
        }

        var refused = (await Tool.RunAsync("merge", _folder)).Failed(ExitCode.ConditionNotMet);
        Assert.That(refused.Error, Does.Contain("Part 5 of 8 is missing."));
    }

    private static IEnumerable<TestCaseData> Strangers =>
    [
        Stranger("another build of Shop", static part => part with { Build = [new CertifiedAssembly("Shop", Guid.NewGuid())] }),
        Stranger("another number of parts (9 instead of 8)", static part => part with { Part = new CertificatePart(2, 9) }),
        Stranger("other schedules to run", static part => part with { Swaps = 3 }),
        Stranger("another schedule in the middle", static part => part with { Middle = "0000000000000001" }),
        Stranger("another test or incident (Tests.Other, stampede)", static part => part with { Test = "Tests.Other" }),
        Stranger("another purpose", static part => part with { Kind = CertificateKind.Search }),
        Stranger("another version of ReplayKit (9.9.9 instead of 0.1.0)", static part => part with { Tool = "9.9.9" }),
    ];

    [TestCaseSource(nameof(Strangers))]
    public async Task Part_of_something_else_is_refused(string words, Func<Certificate, Certificate> change)
    {
        Write(Part(1));
        var stranger = Path.Combine(_folder, "certificate.2-of-8.json");
        CertificateFile.Write(stranger, change(Part(2)));
        var refused = (await Tool.RunAsync("merge", _folder)).Failed(ExitCode.ConditionNotMet);
        Assert.That(refused.Error, Does.Contain($"does not belong with").And.Contain($"it has {words}."));
    }

    [Test]
    public async Task Schedules_in_two_parts_are_refused()
    {
        for (var i = 1; i <= PartCount; i++) Write(i == 3 ? Part(i) with { Schedules = Part(2).Schedules } : Part(i));
        var refused = (await Tool.RunAsync("merge", _folder)).Failed(ExitCode.ConditionNotMet);
        Assert.That(refused.Error, Does.Contain("have 5 schedules in common, such as "));
    }

    [Test]
    public async Task Same_part_twice_is_refused()
    {
        for (var i = 1; i <= PartCount; i++) Write(Part(i));
        var copy = Path.Combine(_folder, "copy.json");
        CertificateFile.Write(copy, Part(4));
        var refused = (await Tool.RunAsync("merge", _folder, copy)).Failed(ExitCode.ConditionNotMet);
        Assert.That(refused.Error, Does.Contain("Part 4 of 8 is there 2 times: "));
    }

    [Test]
    public async Task Schedule_that_fails_is_told_and_is_no_certificate()
    {
        for (var i = 1; i <= PartCount; i++) Write(i == 6 ? Part(i) with { IsComplete = false, Failure = new FailedSchedule("00", "1 swap from the recorded order", "Expected: 1\n  But was: 2") } : Part(i));
        var output = Path.Combine(_folder, "whole.json");
        var failed = await Tool.RunAsync("merge", _folder, "-o", output);
        Assert.That(failed.Code, Is.EqualTo((int)ExitCode.ConditionNotMet));
        Assert.That(failed.Out, Does.Contain("1 swap from the recorded order").And.Contain("  But was: 2").And.Contain("NO"));
        Assert.That(File.Exists(output), Is.False);
    }

    [Test]
    public async Task Folder_without_parts_is_usage() =>
        Assert.That((await Tool.RunAsync("merge", _folder)).Failed(ExitCode.Usage).Error, Does.Contain("holds no part of a certificate or a search."));

    [Test]
    public async Task File_that_is_no_part_is_told()
    {
        var path = Path.Combine(_folder, "certificate.json");
        CertificateFile.Write(path, Part(1) with { Part = null });
        Assert.That((await Tool.RunAsync("merge", path)).Failed(ExitCode.ConditionNotMet).Error, Does.Contain("is no part of anything"));
        await File.WriteAllTextAsync(path, "{");
        Assert.That((await Tool.RunAsync("merge", path)).Failed(ExitCode.UnreadableFile).Error, Does.Contain("is malformed"));
    }

    private static TestCaseData Stranger(string words, Func<Certificate, Certificate> change) => new TestCaseData(words, change).SetArgDisplayNames(words);

    private string Write(Certificate part)
    {
        var path = Path.Combine(_folder, CertificateFile.NameOf(part.Kind, part.Part));
        CertificateFile.Write(path, part);
        return path;
    }

    private static Certificate Part(int index) => new()
    {
        Kind = CertificateKind.Certify,
        Tool = "0.1.0",
        Incident = "stampede",
        Test = "Tests.Holds",
        Orders = CertifiedOrders.Swaps,
        Swaps = 2,
        Middle = "00000000000000aa",
        Seed = 1,
        Passed = PerPart,
        PassedBySwaps = [1, PerPart - 1],
        IsComplete = true,
        NotCovered = [],
        Seconds = 1.5,
        Digest = "",
        Build = [new CertifiedAssembly("Shop", Guid.Parse("11111111-2222-3333-4444-555555555555"))],
        Part = new CertificatePart(index, PartCount),
        Schedules = [.. Enumerable.Range(index * 100, PerPart).Select(static number => number.ToString("x16"))],
    };
}
