using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Harness.Tests;

/// <summary>Requests whose body was not recorded.</summary>
public sealed class BodyTests
{
    [TestCase(nameof(BodyFixture.Body_is_not_supplied))]
    [TestCase(nameof(BodyFixture.Body_is_not_supplied_to_a_test_of_an_open_bug))]
    public void Body_that_is_missing_is_an_error_that_names_the_request_and_what_to_write(string method)
    {
        var result = Fixtures.Run<BodyFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Error));
        Assert.That(result.Message, Is.EqualTo(
            "Request r114 POST /orders carried a body, which the recording does not hold. Supply it before RunAsync: replay.Bodies[114] = …;"));
        Assert.That(result.StackTrace, Is.Null.Or.Empty);
    }

    [Test]
    public void Body_that_is_supplied_reaches_the_service()
    {
        var result = Fixtures.Run<BodyFixture>(nameof(BodyFixture.Body_is_supplied));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
    }
}
