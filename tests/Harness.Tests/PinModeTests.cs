using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using ReplayKit.TraceFormat.Wire;

namespace Harness.Tests;

/// <summary>What a test says about the schedule that is kept with its incident.</summary>
[NonParallelizable]
public sealed class PinModeTests
{
    private static readonly string Schedule = Path.Combine(AppContext.BaseDirectory, Paths.Pinned, IncidentFolder.ScheduleFileName);

    [SetUp]
    public void Pin()
    {
        File.Delete(Schedule);
        var result = Modes.Run<KeepingFixture>("pin", nameof(KeepingFixture.Fails));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        Assert.That(result.Output, Does.Contain("Pinned: the schedule of attempt 1 is kept with the incident, and is what runs from now on."));
        Assert.That(File.Exists(Schedule), Is.True);
    }

    [TearDown]
    public void Unpin() => File.Delete(Schedule);

    [Test]
    public void Build_that_follows_it_runs_it_to_the_letter()
    {
        var result = Modes.Run<KeepingFixture>("verify", nameof(KeepingFixture.Fails));
        Messages.HasInOrder(result.Message, "reproduced at attempt 1", "\n  Schedule: the pinned schedule, to the letter.\n");
    }

    [Test]
    public void Build_that_does_not_runs_it_re_anchored()
    {
        var result = Modes.Run<KeepingFixture>("verify", nameof(KeepingFixture.Fails_on_another_build));
        Messages.HasInOrder(result.Message, "on purpose", " attempt 2 ", "\n  Schedule: the pinned schedule, re-anchored: this build does not follow it to the letter,");
    }

    [Test]
    public void Build_that_passes_that_way_is_searched_near_it()
    {
        var result = Modes.Run<KeepingFixture>("verify", nameof(KeepingFixture.Fails_on_another_build_in_another_order));
        Messages.HasInOrder(
            result.Message, "on purpose", " attempt 3 ",
            "from the pinned schedule: this build does not follow the pinned schedule to the letter, and re-anchored it did not decide, so schedules near it were searched.\n");
    }

    [Test]
    public void Test_that_passes_says_in_its_output_what_became_of_it()
    {
        var result = Modes.Run<KeepingFixture>("verify", nameof(KeepingFixture.Passes));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.Output, Does.Contain(" Schedule: the pinned schedule, re-anchored: ").And.Contain("schedules around it were tried as well."));
    }

    [Test]
    public void Search_goes_past_it()
    {
        var result = Modes.Run<KeepingFixture>("search", nameof(KeepingFixture.Fails));
        Assert.That(result.Message, Does.Contain("reproduced at attempt 1").And.Not.Contain("Schedule:"));
    }

    [Test]
    public void Nothing_is_kept_where_no_run_shows_the_symptom()
    {
        File.Delete(Schedule);
        var result = Modes.Run<KeepingFixture>("pin", nameof(KeepingFixture.Passes));
        Assert.That(result.Output, Does.Contain("Nothing was kept: no run of ").And.Contain(" failed with the incident's symptom."));
        Assert.That(File.Exists(Schedule), Is.False);
    }

    [Test]
    public void Mode_that_there_is_not_is_an_error()
    {
        var result = Modes.Run<KeepingFixture>("pinn", nameof(KeepingFixture.Passes));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Error));
        Assert.That(result.Message, Does.StartWith("REPLAYKIT_MODE is 'pinn', which is no mode. Set it to "));
    }
}
