using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace Harness.Tests;

/// <summary>Certificates: made, refused, and looked at by tests that only verify.</summary>
[NonParallelizable]
public sealed class CertifyTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, Paths.Certified);
    private static readonly string Kept = Path.Combine(Folder, CertificateFile.Name);

    [SetUp]
    public void Clean()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json").Where(static file => Path.GetFileName(file) != IncidentFolder.IncidentFileName).ToList()) File.Delete(file);
    }

    [Test]
    public void Certificate_is_kept_with_its_counts_and_the_build()
    {
        var result = Certify(nameof(CertifiedFixture.Holds));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.Output, Does.Match(@"Certified: all \d+ schedules within 1 swap of the incident passed \(1 \+ \d+, by swaps\), in \d+\.\d s\."));
        var certificate = CertificateFile.Read(Kept);
        Assert.Multiple(() =>
        {
            Assert.That(certificate.IsComplete);
            Assert.That(certificate.Passed, Is.EqualTo(certificate.PassedBySwaps.Sum()).And.GreaterThan(1));
            Assert.That(certificate.Test, Is.EqualTo("FailingFixtures.CertifiedFixture.Holds"));
            Assert.That((certificate.Incident, certificate.Swaps, certificate.Orders), Is.EqualTo(("certified", (int?)1, CertifiedOrders.Swaps)));
            Assert.That(certificate.Build.Select(static assembly => assembly.Name), Does.Contain("Shop").And.Contain("FailingFixtures"));
            Assert.That(certificate.Build.Single(static assembly => assembly.Name == "Shop").Mvid, Is.EqualTo(typeof(Program).Module.ModuleVersionId));
            Assert.That(certificate.NotCovered, Is.Empty);
            Assert.That((certificate.Failure, certificate.Part), Is.EqualTo(((FailedSchedule?)null, (CertificatePart?)null)));
        });
    }

    [Test]
    public void Same_build_has_the_same_certificate_again()
    {
        Certify(nameof(CertifiedFixture.Holds));
        var first = CertificateFile.Read(Kept);
        Certify(nameof(CertifiedFixture.Holds));
        var second = CertificateFile.Read(Kept);
        Assert.That((second.Digest, second.Passed, second.Middle), Is.EqualTo((first.Digest, first.Passed, first.Middle)));
    }

    [Test]
    public void Schedule_that_fails_is_the_tests_failure_and_there_is_no_certificate()
    {
        Certify(nameof(CertifiedFixture.Holds));
        var result = Certify(nameof(CertifiedFixture.Holds_in_the_recorded_order_alone));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure), result.Message);
        Messages.HasInOrder(
            result.Message, "Holds_in_the_recorded_order_alone\n", "Schedule: 1 swap from the recorded order.", "   #  r", "  Replay:  ",
            "Not certified: 1 swap from the recorded order fails; ", " schedules passed before it.");
        Assert.That(File.Exists(Kept), Is.False, "that of the build before does not hold any more");
    }

    [Test]
    public void Limit_that_cuts_is_told()
    {
        ITestResult result;
        using (new EnvironmentScope(("REPLAYKIT_SCHEDULES", "2"))) result = Certify(nameof(CertifiedFixture.Holds));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.Output, Does.Contain("Certified IN PART: 2 of the schedules within 1 swap of the incident passed").And.Contain("Schedules that did not run: the limit of 2 was reached."));
        var certificate = CertificateFile.Read(Kept);
        Assert.That(certificate.IsComplete, Is.False);
        Assert.That(certificate.NotCovered.Single().Count, Is.GreaterThan(0));
    }

    [Test]
    public void Number_of_swaps_of_the_environment_has_precedence()
    {
        using (new EnvironmentScope(("REPLAYKIT_SWAPS", "0"))) Certify(nameof(CertifiedFixture.Holds));
        var certificate = CertificateFile.Read(Kept);
        Assert.That((certificate.Swaps, certificate.Passed), Is.EqualTo(((int?)0, 1)));
    }

    [Test]
    public void All_orders_of_conflicting_steps_are_asked_for_by_the_environment()
    {
        using (new EnvironmentScope(("REPLAYKIT_SWAPS", "conflicts"), ("REPLAYKIT_SECONDS", "2"))) Certify(nameof(CertifiedFixture.Holds));
        var certificate = CertificateFile.Read(Kept);
        Assert.That((certificate.Orders, certificate.Swaps), Is.EqualTo((CertifiedOrders.Conflicts, (int?)null)));
    }

    [Test]
    public void Open_bug_is_not_certified()
    {
        var result = Certify(nameof(CertifiedFixture.Is_open));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(File.Exists(Kept), Is.False);
    }

    [Test]
    public void Test_that_verifies_tells_of_the_certificate_of_this_build()
    {
        Certify(nameof(CertifiedFixture.Holds));
        var result = Fixtures.Run<CertifiedFixture>(nameof(CertifiedFixture.Holds));
        Assert.That(result.Output, Does.Match(@"Certificate of this build: all \d+ schedules within 1 swap of the incident passed\."));
    }

    [Test]
    public void Test_that_verifies_tells_of_a_certificate_of_another_build()
    {
        Certify(nameof(CertifiedFixture.Holds));
        MakeOfAnotherBuild();
        var result = Fixtures.Run<CertifiedFixture>(nameof(CertifiedFixture.Holds));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success));
        Assert.That(result.Output, Does.Contain("The certificate is of another build: Shop changed since. Certify again (REPLAYKIT_MODE=certify)."));
    }

    [Test]
    public void Test_that_requires_a_certificate_fails_without_one_of_this_build()
    {
        var none = Fixtures.Run<CertifiedFixture>(nameof(CertifiedFixture.Must_be_certified));
        Assert.That((none.ResultState, none.Message), Is.EqualTo((ResultState.Failure, "The test requires a certificate, and its incident has none of it. Make one with REPLAYKIT_MODE=certify.")));
        Certify(nameof(CertifiedFixture.Must_be_certified));
        Assert.That(Fixtures.Run<CertifiedFixture>(nameof(CertifiedFixture.Must_be_certified)).ResultState, Is.EqualTo(ResultState.Success));
        MakeOfAnotherBuild();
        var other = Fixtures.Run<CertifiedFixture>(nameof(CertifiedFixture.Must_be_certified));
        Assert.That(other.ResultState, Is.EqualTo(ResultState.Failure));
        Assert.That(other.Message, Does.StartWith("The test requires a certificate of this build. The certificate is of another build: Shop changed since."));
    }

    [Test]
    public void Certificate_of_another_test_says_nothing()
    {
        Certify(nameof(CertifiedFixture.Holds));
        Assert.That(Fixtures.Run<CertifiedFixture>(nameof(CertifiedFixture.Must_be_certified)).ResultState, Is.EqualTo(ResultState.Failure));
    }

    private static void MakeOfAnotherBuild()
    {
        var certificate = CertificateFile.Read(Kept);
        CertificateFile.Write(Kept, certificate with
        {
            Build = [.. certificate.Build.Select(static assembly => assembly.Name == "Shop" ? assembly with { Mvid = Guid.NewGuid() } : assembly)],
        });
    }

    private static ITestResult Certify(string method)
    {
        using var mode = new EnvironmentScope(("REPLAYKIT_MODE", "certify"));
        return Fixtures.Run<CertifiedFixture>(method);
    }
}
