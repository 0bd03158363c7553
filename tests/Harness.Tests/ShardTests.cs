using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace Harness.Tests;

/// <summary>Searches that several machines share: which part this one takes, and what it leaves.</summary>
[NonParallelizable]
public sealed class ShardTests
{
    private const int PartCount = 8;
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, Paths.Certified);

    [TearDown]
    public void Clean()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json").Where(static file => Path.GetFileName(file) != IncidentFolder.IncidentFileName).ToList()) File.Delete(file);
    }

    private static IEnumerable<TestCaseData> Environments =>
    [
        Case("ours", 3, 8, ("REPLAYKIT_SHARD", "3/8")),
        Case("ours before those of others", 3, 8, ("REPLAYKIT_SHARD", "3/8"), ("JOB_COMPLETION_INDEX", "6"), ("JOB_COMPLETIONS", "7")),
        Case("Kubernetes", 3, 8, ("JOB_COMPLETION_INDEX", "2"), ("JOB_COMPLETIONS", "8")),
        Case("Kubernetes with our number of parts", 3, 8, ("JOB_COMPLETION_INDEX", "2"), ("REPLAYKIT_SHARDS", "8")),
        Case("GitHub", 8, 8, ("STRATEGY_JOB_INDEX", "7"), ("STRATEGY_JOB_TOTAL", "8")),
    ];

    [TestCaseSource(nameof(Environments))]
    public void Part_is_that_of_the_environment(int index, int count, (string, string?)[] variables)
    {
        using (new EnvironmentScope(variables)) Certify();
        var part = CertificateFile.Read(Path.Combine(Folder, $"certificate.{index}-of-{count}.json"));
        Assert.That(part.Part, Is.EqualTo(new CertificatePart(index, count)));
        Assert.That(part.Schedules, Has.Length.EqualTo(part.Passed));
        Assert.That(File.Exists(Path.Combine(Folder, CertificateFile.Name)), Is.False, "a part is no certificate");
    }

    private static IEnumerable<TestCaseData> WrongEnvironments =>
    [
        Wrong("REPLAYKIT_SHARD is '8', which is no part. Set it to i/n, such as 3/8 for the third of eight, or to nothing.", ("REPLAYKIT_SHARD", "8")),
        Wrong("REPLAYKIT_SHARD is '0/8', which is no part. Set it to i/n, such as 3/8 for the third of eight, or to nothing.", ("REPLAYKIT_SHARD", "0/8")),
        Wrong("REPLAYKIT_SHARD is '9/8', which is no part. Set it to i/n, such as 3/8 for the third of eight, or to nothing.", ("REPLAYKIT_SHARD", "9/8")),
        Wrong(
            "JOB_COMPLETION_INDEX is set, and how many parts there are is not known. Set JOB_COMPLETIONS or REPLAYKIT_SHARDS to their number, or REPLAYKIT_SHARD=1/1 to have all of it here.",
            ("JOB_COMPLETION_INDEX", "2")),
        Wrong("STRATEGY_JOB_INDEX is '8' of '8', which is no part: it counts from 0, up to below their number.", ("STRATEGY_JOB_INDEX", "8"), ("STRATEGY_JOB_TOTAL", "8")),
    ];

    [TestCaseSource(nameof(WrongEnvironments))]
    public void Environment_that_names_no_part_is_an_error_that_says_what_to_do(string message, (string, string?)[] variables)
    {
        using var environment = new EnvironmentScope(variables);
        var result = Certify();
        Assert.That((result.ResultState, result.Message), Is.EqualTo((ResultState.Error, message)));
    }

    [Test]
    public void Test_that_only_verifies_is_not_split_by_a_jobs_index()
    {
        using var environment = new EnvironmentScope(("JOB_COMPLETION_INDEX", "2"));
        Assert.That(Fixtures.Run<CertifiedFixture>(nameof(CertifiedFixture.Holds)).ResultState, Is.EqualTo(ResultState.Success));
    }

    [Test]
    public void Parts_are_the_whole_schedule_for_schedule()
    {
        Certify();
        var whole = CertificateFile.Read(Path.Combine(Folder, CertificateFile.Name));
        var parts = new List<Certificate>();
        for (var i = 1; i <= PartCount; i++)
        {
            using (new EnvironmentScope(("REPLAYKIT_SHARD", $"{i}/{PartCount}"))) Certify();
            parts.Add(CertificateFile.Read(Path.Combine(Folder, $"certificate.{i}-of-{PartCount}.json")));
        }

        var schedules = parts.SelectMany(static part => part.Schedules).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(schedules, Is.Unique, "nothing in common");
            Assert.That(schedules, Has.Count.EqualTo(whole.Passed));
            Assert.That(CertificateFile.DigestOf(schedules), Is.EqualTo(whole.Digest));
            Assert.That(parts.Select(static part => part.Middle), Is.All.EqualTo(whole.Middle));
            Assert.That(parts.Select(static part => part.IsComplete), Is.All.True);
        });
    }

    [Test]
    public void Parts_go_to_the_folder_that_is_named()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "parts");
        using (new EnvironmentScope(("REPLAYKIT_SHARD", "1/2"), ("REPLAYKIT_PARTS", folder))) Certify();
        Assert.That(Directory.EnumerateFiles(Path.Combine(folder, "certified")).Select(Path.GetFileName), Is.EqualTo(["certificate.1-of-2.json"]));
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void Part_of_a_search_keeps_what_it_came_to()
    {
        using (new EnvironmentScope(("REPLAYKIT_SHARD", "2/2"), ("REPLAYKIT_MODE", "search"))) Fixtures.Run<CertifiedFixture>(nameof(CertifiedFixture.Holds));
        var part = CertificateFile.Read(Path.Combine(Folder, "search.2-of-2.json"));
        Assert.That((part.Kind, part.Part, part.Failure), Is.EqualTo((CertificateKind.Search, new CertificatePart(2, 2), (FailedSchedule?)null)));
    }

    private static TestCaseData Case(string name, int index, int count, params (string, string?)[] variables) => new TestCaseData(index, count, variables).SetArgDisplayNames(name);

    private static TestCaseData Wrong(string message, params (string, string?)[] variables) => new TestCaseData(message, variables).SetArgDisplayNames(variables[0].Item2!);

    private static ITestResult Certify()
    {
        using var mode = new EnvironmentScope(("REPLAYKIT_MODE", "certify"));
        return Fixtures.Run<CertifiedFixture>(nameof(CertifiedFixture.Holds));
    }
}
