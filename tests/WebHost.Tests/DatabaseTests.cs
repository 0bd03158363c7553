using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;

namespace WebHost.Tests;

/// <summary>Commands of EF Core on SQLite, which complete synchronously: others go between them all the same.</summary>
public sealed class DatabaseTests
{
    private const int Repetitions = 10;

    [TestCase("/orders/1", Description = "asynchronous calls")]
    [TestCase("/orders/1/sync", Description = "synchronous ones")]
    public async Task Update_that_two_requests_make_at_once_is_lost_and_brought_back_by_its_schedule(string path)
    {
        var found = await Exploration.RunAsync(replay => TakeTwiceAsync(replay, path), new ExplorationOptions { Schedules = 200 });
        Assert.That(found.FirstFailure?.Exception, Is.InstanceOf<AssertionException>(), () => $"{found.FirstFailure?.Outcome}");
        Assert.That(found.Escaped.Select(static work => string.Join(" < ", work.Stack)), Is.Empty);
        Assert.That(found.FirstFailure!.Steps.Select(static step => step.Step.Call?.What), Does.Contain("SELECT Pieces").And.Contain("UPDATE Pieces"));
        var fingerprint = found.Fingerprints[^1];
        for (var i = 0; i < Repetitions; i++)
        {
            var again = await Exploration.RunAsync(replay => TakeTwiceAsync(replay, path), new ExplorationOptions { Schedules = 1, Pinned = found.FirstFailure.Pinned });
            Assert.That(again.FirstFailure?.Outcome, Is.InstanceOf<RunOutcome.TestFailed>());
            Assert.That(again.Fingerprints, Is.EqualTo(new[] { fingerprint }));
        }
    }

    [Test]
    public async Task Update_in_one_command_is_never_lost()
    {
        var result = await Exploration.RunAsync(static replay => TakeTwiceAsync(replay, "/orders/1/safe"), new ExplorationOptions { Schedules = 60 });
        Assert.That(result.FirstFailure?.Exception, Is.Null);
        Assert.That(result.FirstFailure, Is.Null);
        Assert.That(result.DistinctInterleavings, Is.GreaterThan(1));
    }

    [Test]
    public async Task Update_in_a_transaction_is_never_lost()
    {
        var result = await Exploration.RunAsync(static replay => TakeTwiceAsync(replay, "/orders/1/locked"), new ExplorationOptions { Schedules = 60 });
        Assert.That(result.FirstFailure?.Exception, Is.Null);
        Assert.That(result.FirstFailure, Is.Null);
        Assert.That(result.DistinctInterleavings, Is.GreaterThan(1));
    }

    private static async Task TakeTwiceAsync(Replay replay, string path)
    {
        await using var app = replay.HostService();
        using var client = app.CreateClient();
        await replay.RunAsync(() => TakeAsync(client, path), () => TakeAsync(client, path));
        Assert.That(await client.GetStringAsync(new Uri("/orders/1", UriKind.Relative)), Is.EqualTo("8"));
    }

    private static async Task TakeAsync(HttpClient client, string path)
    {
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), null);
        response.EnsureSuccessStatusCode();
    }
}
