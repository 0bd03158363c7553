using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Harness.Tests;

/// <summary>Runs that say nothing about the test: neither its pass nor its failure.</summary>
public sealed class OutcomeTests
{
    private const string Diverged = "Diverged: the replay could not follow the recording, so it says nothing about the test.";

    [TestCase(nameof(OutcomeFixture.Deadlocks), "")]
    [TestCase(nameof(OutcomeFixture.Deadlocks_as_an_open_bug), "The test failed, but not with the incident's symptom (a failed assertion).\n  ")]
    public void Deadlock_is_a_failure_that_names_who_waits_where(string method, string before)
    {
        var result = Fixtures.Run<OutcomeFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        Messages.HasInOrder(
            result.Message,
            $"{method}\n  {before}Deadlock: every request waits for another one.\n",
            "    r40 waits in FailingFixtures.OutcomeFixture+Pair.FirstAsync  OutcomeFixture.cs:", " for SecondAsync\n",
            "    r40 waits in FailingFixtures.OutcomeFixture+Pair.SecondAsync  OutcomeFixture.cs:", " for FirstAsync\n",
            "    r42 waits in ",
            "  Incident price-cache-stampede · attempt 1 · ",
            "  It fails in another way than production, which showed a failed assertion.\n");
        Assert.That(result.Message, Does.Not.Contain("never judged"));
    }

    [Test]
    public void Step_limit_is_told_with_its_number()
    {
        var result = Fixtures.Run<OutcomeFixture>(nameof(OutcomeFixture.Takes_too_many_steps));
        Assert.That(result.ResultState, Is.EqualTo(Failed("StepLimit")));
        Assert.That(result.Message, Does.Contain("The run was stopped after 200 steps: the requests do not come to an end."));
    }

    [Test]
    public void Wait_for_the_outside_is_told_with_its_place_and_what_to_do()
    {
        var result = Fixtures.Run<OutcomeFixture>(nameof(OutcomeFixture.Waits_for_the_outside));
        Assert.That(result.ResultState, Is.EqualTo(Failed("Uncontrolled")));
        Messages.HasInOrder(
            result.Message,
            "Uncontrolled: the run waits for something outside control that did not come. Stub it in the test.\n",
            "    r40 waits in FailingFixtures.OutcomeFixture.WaitForAsync  OutcomeFixture.cs:");
    }

    [TestCase(nameof(OutcomeFixture.Has_no_step_in_common))]
    [TestCase(nameof(OutcomeFixture.Has_no_step_in_common_and_fails))]
    public void Run_without_a_recorded_step_diverged_whatever_the_body_does(string method)
    {
        var result = Fixtures.Run<OutcomeFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(Failed("Diverged")));
        Messages.HasInOrder(
            result.Message,
            $"{method}\n  {Diverged}\n",
            "  Differs from the recording at step 3:\n    expected  r40 FetchAsync #1 resumed",
            "No recorded step took place in this build");
    }

    [Test]
    public void Divergence_is_told_with_what_the_body_then_failed_with()
    {
        var result = Fixtures.Run<VerdictFixture>(nameof(VerdictFixture.Handler_throws));
        Assert.That(result.ResultState, Is.EqualTo(Failed("Diverged")));
        Messages.HasInOrder(result.Message, Diverged, "The test's body then ended with: System.InvalidOperationException: The till is shut.    (VerdictFixture.cs:");
    }

    [Test]
    public void Service_that_refuses_the_caller_diverged_even_if_the_bug_is_open()
    {
        var result = Fixtures.Run<RefusedFixture>(nameof(RefusedFixture.Caller_is_refused));
        Assert.That(result.ResultState, Is.EqualTo(Failed("Diverged")));
        Messages.HasInOrder(
            result.Message,
            Diverged,
            "... answers 401 (production: 200)",
            "    expected  r40 GET /price/252 answered 200\n    actual    r40 answered 401\n",
            "credentials are not recorded");
    }

    [Test]
    public void Request_that_never_reaches_the_service_is_an_error_that_names_it()
    {
        var result = Fixtures.Run<RefusedFixture>(nameof(RefusedFixture.Request_never_reaches_the_service));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Error));
        Assert.That(result.Message, Does.Match(
            "^Request r4[0-2] GET /price/252 could not be handed to the service: NotSupportedException: The line is down. Look at how the test hosts it.$"));
        Messages.IsUsersStack(result.StackTrace, "FailingFixtures.RefusedFixture+BrokenTarget.SendAsync()");
    }

    [Test]
    public void Recording_of_a_service_that_is_not_loaded_is_an_error_and_never_a_pass()
    {
        var result = Fixtures.Run<RefusedFixture>(nameof(RefusedFixture.Service_is_not_there));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Error));
        Assert.That(result.Message, Does.StartWith("Nothing of the recorded service (Elsewhere) is loaded and woven in this process, so the replay could not follow the recording. Host the service"));
    }

    private static ResultState Failed(string label) => new(TestStatus.Failed, label, FailureSite.Test);
}
