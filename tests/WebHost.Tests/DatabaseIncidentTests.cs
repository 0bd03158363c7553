using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;

namespace WebHost.Tests;

/// <summary>The recorded order of database commands is the order of the replay's.</summary>
public sealed class DatabaseIncidentTests
{
    private const int Repetitions = 20;
    private const string Select = "SELECT \"p\".\"Id\", \"p\".\"Left\" FROM \"Pieces\" AS \"p\" WHERE \"p\".\"Id\" = @id LIMIT 2";
    private const string Update = "UPDATE \"Pieces\" SET \"Left\" = @p0 WHERE \"Id\" = @p1 RETURNING 1;";

    [TestCase("/orders/1")]
    [TestCase("/orders/1/sync")]
    public async Task Commands_that_interleaved_lose_an_update(string path)
    {
        var incident = new MadeIncident("POST", path).Arrives(1).Arrives(2).Sends(1, Select).Sends(2, Select).Sends(2, Update).Sends(1, Update);
        foreach (var (left, result) in await ReplayAsync(incident))
        {
            Assert.That(left, Is.EqualTo(9));
            Assert.That(CommandsOf(result), Is.EqualTo(new[] { "r1 SELECT Pieces", "r2 SELECT Pieces", "r2 UPDATE Pieces", "r1 UPDATE Pieces" }));
        }
    }

    [TestCase("/orders/1")]
    [TestCase("/orders/1/sync")]
    public async Task Commands_that_did_not_interleave_lose_none(string path)
    {
        var incident = new MadeIncident("POST", path).Arrives(1).Arrives(2).Sends(2, Select).Sends(2, Update).Sends(1, Select).Sends(1, Update);
        foreach (var (left, result) in await ReplayAsync(incident))
        {
            Assert.That(left, Is.EqualTo(8));
            Assert.That(CommandsOf(result), Is.EqualTo(new[] { "r2 SELECT Pieces", "r2 UPDATE Pieces", "r1 SELECT Pieces", "r1 UPDATE Pieces" }));
        }
    }

    [Test]
    public async Task Commands_of_a_transaction_stay_together_where_the_recording_says_so()
    {
        var incident = new MadeIncident("POST", "/orders/1/locked").Arrives(1).Arrives(2).Sends(2, Select).Sends(2, Update).Sends(1, Select).Sends(1, Update);
        foreach (var (left, result) in await ReplayAsync(incident))
        {
            Assert.That(left, Is.EqualTo(8));
            Assert.That(CommandsOf(result), Is.EqualTo(new[] { "r2 transaction begins", "r1 transaction begins" }));
        }
    }

    private static async Task<List<(int Left, ReplayResult Result)>> ReplayAsync(MadeIncident incident)
    {
        var runner = incident.Runner();
        var runs = new List<(int, ReplayResult)>();
        for (var i = 0; i < Repetitions; i++)
        {
            var left = 0;
            var run = await runner.RunAsync(async replay =>
            {
                await using var app = replay.HostService();
                await replay.RunAsync();
                using var scope = app.Services.CreateScope();
                left = scope.ServiceProvider.GetRequiredService<Store>().Pieces.Single().Left;
            });
            Assert.That(run.Failure, Is.Null);
            Assert.That(run.Result.Outcome, Is.InstanceOf<RunOutcome.Passed>());
            Assert.That(run.Result.Divergence, Is.Null);
            Assert.That(run.Result.Constraints.Reversed, Is.Zero);
            Assert.That(run.Result.Escaped, Is.Empty);
            runs.Add((left, run.Result));
        }

        Assert.That(runs.Select(static run => run.Item2.Fingerprint).Distinct().Count(), Is.EqualTo(1));
        return runs;
    }

    private static IEnumerable<string> CommandsOf(ReplayResult result) =>
        result.Steps.Where(static step => step.PlanIndex is not null && step.Step.Call is not null).Select(static step => $"r{step.Step.Request} {step.Step.Call!.What}");
}
