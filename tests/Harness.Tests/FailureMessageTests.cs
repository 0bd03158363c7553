using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Harness.Tests;

/// <summary>What a failing regression test says.</summary>
public sealed class FailureMessageTests
{
    private const string Name = nameof(VerdictFixture);

    [Test]
    public void Failed_assertion_is_told_with_the_interleaving_the_completeness_and_the_line_that_replays_it()
    {
        var result = Fixtures.Run<VerdictFixture>(nameof(VerdictFixture.Fails));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        Messages.HasInOrder(
            result.Message,
            "Fails\n  Assert.That(app.Services.GetRequiredService<PriceSource>().Fetches, Is.EqualTo(1))\n  Expected: 1\n  But was:  3    (VerdictFixture.cs:",
            "\n\n  Incident price-cache-stampede · reproduced at attempt 1 · 3 requests, 12 steps, 5 switches · recording complete\n",
            "  Order as recorded: 9 of 9 constraints kept.\n\n",
            "    #  r40  GET /price/252 ", " r41  GET /price/252",
            "\n    1  arrives ", " PriceCache.GetAsync ", " PriceCache.cs:", " PriceSource.FetchAsync ", " PriceSource.cs:", " ... awaits GetFromJsonAsync ",
            "\n    2  | ", " arrives", " PriceCache.GetAsync ",
            "\n    4  PriceSource.FetchAsync resumes ", "\n    5  PriceCache.GetAsync resumes ", "\n    6  PriceEndpoints.GetPriceAsync resumes ", " ... answers 200 ",
            "\n    9  | ", " PriceEndpoints.GetPriceAsync resumes ", " ... answers 200\n",
            "  … and 1 more request of the incident, not shown\n\n",
            $"  Replay:  dotnet test --filter FullyQualifiedName=FailingFixtures.{Name}.Fails");
        Assert.That(result.Message, Does.EndWith($".{Name}.Fails").And.Not.Contain("Differs").And.Not.Contain("ReplayKit"));
        Messages.IsUsersStack(result.StackTrace, $"FailingFixtures.{Name}.Fails() in ");
    }

    [Test]
    public void Failed_assertions_of_a_block_are_all_told_without_frames_of_others()
    {
        var result = Fixtures.Run<VerdictFixture>(nameof(VerdictFixture.Fails_twice));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        Messages.HasInOrder(result.Message, "1)", "first", "2)", "second", "  Incident price-cache-stampede · reproduced at attempt 1 · ");
        Assert.That(result.Message, Does.Not.Contain("at NUnit.").And.Not.Contain("at ReplayKit.").And.Not.Contain("at System."));
    }

    [Test]
    public void Exception_of_the_body_is_told_with_its_type_its_cause_and_the_users_frames()
    {
        var result = Fixtures.Run<VerdictFixture>(nameof(VerdictFixture.Throws));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        Messages.HasInOrder(
            result.Message,
            "Throws\n  System.InvalidOperationException: The till is shut.    (VerdictFixture.cs:",
            "\n    caused by System.TimeoutException: Nobody came.\n",
            "  Incident price-cache-stampede · failed at attempt 1 · ");
        Messages.IsUsersStack(result.StackTrace, $"FailingFixtures.{Name}.Throws() in ");
    }

    [Test]
    public void Same_failure_has_the_same_words_each_time()
    {
        var first = Fixtures.Run<SourceFixture>(nameof(SourceFixture.Each_and_fails), "first");
        for (var i = 0; i < 5; i++) Assert.That(Fixtures.Run<SourceFixture>(nameof(SourceFixture.Each_and_fails), "first").Message, Is.EqualTo(first.Message));
    }

    [Test]
    public void Difference_from_the_recording_is_told_at_a_row_of_the_table()
    {
        var result = Fixtures.Run<SourceFixture>(nameof(SourceFixture.Each_and_fails), "first");
        Messages.HasInOrder(
            result.Message,
            "Each_and_fails(first)\n  on purpose    (SourceFixture.cs:",
            "  Order: 5 of 9 recorded constraints kept, 0 reversed, 4 without a counterpart in this build.\n\n",
            "\n    6  PriceEndpoints.GetPriceAsync resumes ",
            "\n  Differs from the recording at step 6:\n    expected  r40 GetAsync #1 resumed (1, after FetchAsync)\n    actual    r40 GetPriceAsync #1 resumed\n",
            "    r40 took another path and did not wait there.\n",
            "  Replay:  dotnet test --filter \"FullyQualifiedName=FailingFixtures.SourceFixture.Each_and_fails\\(first\\)\"");
    }

    [Test, Repeat(5)]
    public void Work_that_escapes_control_is_told_where_it_was_started()
    {
        var result = Fixtures.Run<OutcomeFixture>(nameof(OutcomeFixture.Work_escapes_and_the_body_fails));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        Messages.HasInOrder(
            result.Message,
            "on purpose",
            "  Work that was not under control (3 places):\n    r40 queued to the thread pool, 1×: FailingFixtures.OutcomeFixture+Escaping+",
            " OutcomeFixture.cs:",
            "\n    r41 ",
            "\n    r42 ",
            "\n  Replay:  ");
    }

    [Test]
    public void Housekeeping_of_a_memory_cache_is_not_told_as_escaped_work()
    {
        var result = Fixtures.Run<OutcomeFixture>(nameof(OutcomeFixture.Cache_scans_for_what_has_expired_and_the_body_fails));
        Assert.That(result.Message, Does.Contain("on purpose").And.Not.Contain("not under control"));
    }
}
