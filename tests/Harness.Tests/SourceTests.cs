using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Harness.Tests;

/// <summary>Several incidents for one method.</summary>
public sealed class SourceTests
{
    [TestCase(nameof(SourceFixture.Each))]
    [TestCase(nameof(SourceFixture.Each_of_an_open_bug))]
    public void Folder_of_incidents_makes_one_case_for_each_of_them(string method)
    {
        var results = Fixtures.RunAll<SourceFixture>(method);
        Assert.That(results.Select(static result => result.Name), Is.EqualTo(new[] { $"{method}(first)", $"{method}(second)" }));
        Assert.That(results.Select(static result => result.ResultState), Is.All.EqualTo(ResultState.Success));
    }

    [TestCase(nameof(SourceFixture.Of_no_folder), "There is no folder incidents/missing in ")]
    [TestCase(nameof(SourceFixture.Of_a_folder_without_incidents), "incidents/lossy holds no incident. Make one with: replaykit cut FILE.rktrace -o incidents/lossy/NAME")]
    public void Folder_without_incidents_is_a_case_that_does_not_run_and_says_so(string method, string message)
    {
        var result = Fixtures.Run<SourceFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.NotRunnable));
        Assert.That(result.Message, Does.StartWith(message));
        Assert.That(result.StackTrace, Is.Null.Or.Empty);
    }

    [Test]
    public void Folder_for_a_method_with_a_wrong_signature_runs_no_case()
    {
        var results = Fixtures.RunAll<SourceFixture>(nameof(SourceFixture.With_a_wrong_signature));
        Assert.That(results, Has.Count.EqualTo(2));
        Assert.That(results.Select(static result => result.ResultState), Is.All.EqualTo(ResultState.NotRunnable));
    }

    [Test]
    public void Two_incidents_of_one_method_have_names_and_expectations_of_their_own()
    {
        var results = Fixtures.RunAll<SourceFixture>(nameof(SourceFixture.Two_named));
        Assert.That(results.Select(static result => result.Name), Is.EqualTo(new[] { "Two_named(lossy)", "Two_named(price-cache-stampede)" }));
        Assert.That(results.Select(static result => result.ResultState), Is.All.EqualTo(ResultState.Success));
    }

    [Test]
    public void Incidents_of_a_parallel_fixture_run_one_after_the_other()
    {
        var results = Fixtures.RunAll<ParallelFixture>(nameof(ParallelFixture.Each), workers: 4);
        Assert.That(results, Has.Count.EqualTo(2));
        Assert.That(results.Select(static result => result.Message), Is.All.Empty);
    }
}
