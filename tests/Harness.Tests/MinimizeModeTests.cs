using System.Text.RegularExpressions;
using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using ReplayKit.TraceFormat.Wire;

namespace Harness.Tests;

/// <summary>What a test whose incident is made smaller says and keeps.</summary>
[NonParallelizable]
public sealed partial class MinimizeModeTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, Paths.Minimised + ".min");

    [TearDown]
    public void Delete()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    [Test]
    public void Smaller_incident_is_kept_beside_the_first_one_and_told()
    {
        var result = Modes.Run<KeepingFixture>("minimize", nameof(KeepingFixture.Is_made_smaller));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure));
        var told = Told().Match(result.Output);
        Assert.That(told.Success, Is.True, result.Output);
        Assert.That(int.Parse(told.Groups[1].Value), Is.LessThanOrEqualTo(50));
        Assert.That(int.Parse(told.Groups[2].Value), Is.LessThanOrEqualTo(3));
        Assert.That(result.Output, Does.Contain($"Kept in {Folder}"));
        Assert.That(Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Order(), Is.EqualTo(new[] { "explanation.json", "incident.json", "recording.rktrace", "schedule.json" }));
        Messages.HasInOrder(result.Message, "Expected: 1", " · 2 requests, ", "Schedule: the pinned schedule, to the letter.", "<- conflict: PriceCache._cached");
        Assert.That(IncidentFolder.LoadSchedule(Path.Combine(AppContext.BaseDirectory, Paths.Minimised)), Is.Null);
    }

    [Test]
    public void Test_of_an_open_bug_passes_all_the_same()
    {
        var result = Modes.Run<KeepingFixture>("minimize", nameof(KeepingFixture.Is_made_smaller_while_open));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.Output, Does.Match(Told()));
    }

    [Test]
    public void What_does_not_fail_is_not_made_smaller()
    {
        var result = Modes.Run<KeepingFixture>("minimize", nameof(KeepingFixture.Has_nothing_to_make_smaller));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.Output, Does.Contain("Nothing was kept: no run of "));
        Assert.That(Directory.Exists(Folder), Is.False);
    }

    [GeneratedRegex(@"Minimised in (\d+) replays: 3 requests, \d+ steps, \d+ switches became 2 requests, \d+ steps, (\d+) switch(?:es)?\.")]
    private static partial Regex Told();
}
