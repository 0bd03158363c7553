using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Harness.Tests;

/// <summary>Methods that do not run a replay as they should.</summary>
public sealed class SignatureTests
{
    [TestCase(nameof(SignatureFixture.Takes_nothing))]
    [TestCase(nameof(SignatureFixture.Takes_a_text))]
    [TestCase(nameof(SignatureFixture.Takes_more))]
    public void Method_with_wrong_parameters_does_not_run_and_says_what_it_must_take(string method)
    {
        var result = Fixtures.Run<SignatureFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.NotRunnable));
        Assert.That(result.Message, Is.EqualTo("A test of an incident takes one parameter, of type ReplayKit.Replay."));
    }

    [Test]
    public void Method_that_returns_a_value_does_not_run()
    {
        var result = Fixtures.Run<SignatureFixture>(nameof(SignatureFixture.Returns_a_number));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.NotRunnable));
        Assert.That(result.Message, Is.Not.Empty);
    }

    [TestCase(nameof(SignatureFixture.Returns_nothing), "The test Returns_nothing does not return a Task. Make it 'public async Task Returns_nothing(Replay replay)'.")]
    [TestCase(nameof(SignatureFixture.Does_not_run_the_replay), "The test's body did not run the replay. Await replay.RunAsync() in it.")]
    [TestCase(nameof(SignatureFixture.Does_not_await_the_replay), "The test's body ended before the replay did. Await replay.RunAsync() in it.")]
    [TestCase(nameof(SignatureFixture.Runs_the_replay_twice), "This replay has run already. Each run needs a Replay of its own.")]
    [TestCase(nameof(SignatureFixture.Drives_nothing), "The replay has nothing to drive. Call replay.Host<Program>() first, or pass a handler to RunAsync.")]
    public void Body_that_does_not_run_the_replay_once_is_an_error_that_says_what_to_write(string method, string message)
    {
        var result = Fixtures.Run<SignatureFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Error));
        Assert.That(result.Message, Is.EqualTo(message));
        Assert.That(result.StackTrace, Is.Null.Or.Empty);
    }

    [Test]
    public void Replay_that_was_not_awaited_leaves_the_next_one_alone()
    {
        Fixtures.Run<SignatureFixture>(nameof(SignatureFixture.Does_not_await_the_replay));
        Assert.That(Fixtures.Run<VerdictFixture>(nameof(VerdictFixture.Passes)).ResultState, Is.EqualTo(ResultState.Success));
    }

    [Test]
    public void Exception_before_the_replay_is_an_error_with_its_own_words()
    {
        var result = Fixtures.Run<SignatureFixture>(nameof(SignatureFixture.Throws_before_the_replay));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Error));
        Assert.That(result.Message, Is.EqualTo("The test's body failed before it ran the replay: InvalidOperationException: No till for 3 customers."));
        Messages.IsUsersStack(result.StackTrace, "FailingFixtures.SignatureFixture.Throws_before_the_replay() in ");
    }
}
