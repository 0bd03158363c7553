using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Harness.Tests;

/// <summary>What an incident reproduces: a status, an exception in a method, a latency on virtual time, a deadlock.</summary>
public sealed class SymptomTests
{
    [TestCase(nameof(SymptomFixture.Answers_the_status_while_open))]
    [TestCase(nameof(SymptomFixture.Throws_in_the_method_while_open))]
    [TestCase(nameof(SymptomFixture.Takes_too_long_while_open))]
    [TestCase(nameof(SymptomFixture.Deadlocks_while_open))]
    public void Test_of_an_open_bug_passes_when_the_run_shows_the_symptom_whatever_its_body_asserts(string method)
    {
        var result = Fixtures.Run<SymptomFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.Output, Does.Contain(" · reproduced at attempt 1 · "));
    }

    [TestCase(nameof(SymptomFixture.Answers_the_status), "r40 GET /price/252 answered 502, as in production.", "status 502")]
    [TestCase(nameof(SymptomFixture.Throws_in_the_method), "r40 GET /price/252 failed with the exception System.Net.Http.HttpRequestException in FetchAsync, as in production.", "the exception System.Net.Http.HttpRequestException in FetchAsync")]
    [TestCase(nameof(SymptomFixture.Takes_too_long), " ms from arrival to answer, over the incident's limit of 20ms.", "a latency over 20ms")]
    public void Regression_test_whose_body_passes_fails_when_the_run_shows_the_symptom(string method, string shown, string symptom)
    {
        var result = Fixtures.Run<SymptomFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        Messages.HasInOrder(result.Message, shown, " · reproduced at attempt 1 · ", $"\n  Same symptom as production: {symptom}.\n");
    }

    [TestCase(nameof(SymptomFixture.Answers_well))]
    [TestCase(nameof(SymptomFixture.Does_not_take_too_long))]
    public void Regression_test_whose_run_does_not_show_the_symptom_passes(string method)
    {
        var result = Fixtures.Run<SymptomFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
    }

    [TestCase(nameof(SymptomFixture.Answers_well_and_fails_while_open), "status 502")]
    [TestCase(nameof(SymptomFixture.Throws_in_another_method_while_open), "the exception System.Net.Http.HttpRequestException in ChargeAsync")]
    [TestCase(nameof(SymptomFixture.Fails_and_does_not_deadlock_while_open), "a deadlock")]
    public void Test_of_an_open_bug_that_fails_in_another_way_says_so(string method, string symptom)
    {
        var result = Fixtures.Run<SymptomFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        Messages.HasInOrder(result.Message, $"The test failed, but not with the incident's symptom ({symptom}).\n  on purpose", " · failed at attempt 1 · ");
    }

    [Test]
    public void Regression_test_that_fails_in_another_way_says_so()
    {
        var result = Fixtures.Run<SymptomFixture>(nameof(SymptomFixture.Does_not_take_too_long_and_fails));
        Messages.HasInOrder(result.Message, "on purpose", " · failed at attempt 1 · ", "\n  It fails in another way than production, which showed a latency over 10000ms.\n");
    }
}
