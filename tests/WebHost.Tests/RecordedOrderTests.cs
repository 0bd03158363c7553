using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;

namespace WebHost.Tests;

/// <summary>
/// An incident of this service as it was recorded, by pid and under load: sixty requests that each take one piece, eight at a time. Fifty-three pieces went: seven updates were lost
/// between a request's reading and its saving. No request awaits anything: what the replay follows are the commands.
/// </summary>
public sealed class RecordedOrderTests
{
    private const string Incident = "tests/WebHost.Tests/traces/updates-lost-between-commands";
    private const int Requests = 60;
    private const int TakenInProduction = 53;
    private const int Repetitions = 5;

    [Test]
    public async Task Updates_that_production_lost_are_lost_in_the_replay()
    {
        var runner = IncidentRunner.Load(Incident);
        var fingerprints = new HashSet<string>(StringComparer.Ordinal);
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
            Assert.That(run.Replay.Requests, Has.Count.EqualTo(Requests));
            Assert.That(run.Result.Fidelity, Is.EqualTo(1.0), () => $"{run.Result.Constraints} {run.Result.Divergence}");
            Assert.That(left, Is.EqualTo(Store.LeftAtFirst - TakenInProduction));
            fingerprints.Add(run.Result.Fingerprint);
        }

        Assert.That(fingerprints, Has.Count.EqualTo(1));
    }
}
