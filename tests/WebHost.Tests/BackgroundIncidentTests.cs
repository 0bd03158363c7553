using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;

namespace WebHost.Tests;

/// <summary>Hosted services run in the replay of an incident as well: from before the first request, on virtual time.</summary>
public sealed class BackgroundIncidentTests
{
    private const int Repetitions = 20;

    [Test]
    public async Task Hosted_services_run_on_the_replays_time()
    {
        var runner = new MadeIncident("GET", "/beats", "?minutes=2").Arrives(1).Arrives(2).Runner();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Repetitions; i++)
        {
            var run = await runner.RunAsync(async replay =>
            {
                await using var app = replay.HostService();
                var heartbeat = app.Services.GetRequiredService<Heartbeat>();
                await Task.Delay(20);
                Assert.That(heartbeat.ExecuteTask, Is.Null, "it waits for the replay");
                await replay.RunAsync();
                var gauge = app.Services.GetServices<IHostedService>().OfType<Gauge>().Single();
                Assert.That(replay.Responses.Select(static response => response.Text), Is.EqualTo(new[] { "2", "2" }));
                Assert.That(gauge.Readings, Is.EqualTo(12));
            });
            Assert.That(run.Failure, Is.Null);
            Assert.That(run.Result.Outcome, Is.InstanceOf<RunOutcome.Passed>());
            Assert.That(run.Result.Escaped, Is.Empty);
            seen.Add(run.Result.Fingerprint);
        }

        Assert.That(seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Background_service_that_fails_ends_the_replay_with_its_exception()
    {
        var runner = new MadeIncident("GET", "/beats", "?minutes=2").Arrives(1).Runner();
        var run = await runner.RunAsync(async replay =>
        {
            await using var app = replay.Host<Program>(static web =>
            {
                Hosting.Configure(web);
                web.ConfigureServices(static services => services.AddHostedService<BreakingService>());
            });
            await replay.RunAsync();
        });
        Assert.That(run.Result.Outcome, Is.InstanceOf<RunOutcome.TestFailed>().With.Property("Exception").Message.EqualTo("the service broke"));
    }
}
