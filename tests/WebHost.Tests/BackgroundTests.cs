using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;

namespace WebHost.Tests;

/// <summary>Hosted services run under control: on virtual time, from the begin of a schedule to the host's end.</summary>
public sealed class BackgroundTests
{
    [Explore(Schedules = 50, RunsTwice = true)]
    public async Task Background_service_beats_once_a_minute_of_virtual_time(Replay replay)
    {
        await using var app = replay.HostService();
        using var client = app.CreateClient();
        Assert.That(await client.GetStringAsync("/beats?minutes=3"), Is.EqualTo("3"));
        Assert.That(await client.GetStringAsync("/beats?minutes=60"), Is.EqualTo("63"));
    }

    [Explore(Schedules = 50, RunsTwice = true)]
    public async Task Hosted_services_stop_with_the_host(Replay replay)
    {
        var app = replay.HostService();
        var heartbeat = app.Services.GetRequiredService<Heartbeat>();
        var gauge = app.Services.GetServices<IHostedService>().OfType<Gauge>().Single();
        await Task.Delay(TimeSpan.FromSeconds(58.5));
        Assert.That((heartbeat.HasEnded, gauge.IsStopped), Is.EqualTo((false, false)));
        var before = DateTime.UtcNow;
        await app.DisposeAsync();
        Assert.That((heartbeat.HasEnded, gauge.IsStopped), Is.EqualTo((true, true)));
        Assert.That(DateTime.UtcNow - before, Is.EqualTo(TimeSpan.FromSeconds(1)), "it stopped on virtual time");
        Assert.That(gauge.Readings, Is.EqualTo(5));
    }

    [Explore(Schedules = 20, RunsTwice = true)]
    public async Task Hosts_start_waits_for_what_hosted_services_do_when_they_start(Replay replay)
    {
        var before = DateTime.UtcNow;
        await using var app = replay.HostService();
        Assert.That(DateTime.UtcNow - before, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task Background_service_that_fails_fails_the_schedule()
    {
        var result = await Exploration.RunAsync(
            static async replay =>
            {
                await using var app = replay.Host<Program>(static web =>
                {
                    Hosting.Configure(web);
                    web.ConfigureServices(static services => services.AddHostedService<BreakingService>());
                });
                await Task.Delay(TimeSpan.FromHours(1));
            },
            new ExplorationOptions { Schedules = 1 });
        Assert.That(result.FirstFailure?.Outcome, Is.InstanceOf<RunOutcome.TestFailed>());
        Assert.That(result.FirstFailure!.Exception?.Message, Is.EqualTo("the service broke"));
    }

    [Test]
    public async Task Background_service_meets_requests_in_any_order()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var result = await Exploration.RunAsync(
            async replay =>
            {
                await using var app = replay.HostService();
                var heartbeat = app.Services.GetRequiredService<Heartbeat>();
                await Task.Delay(TimeSpan.FromMinutes(1) - TimeSpan.FromSeconds(1));
                seen.Add($"{heartbeat.Beats}");
            },
            new ExplorationOptions { Schedules = 100, KeepsGoing = true });
        Assert.That(result.FirstFailure?.Exception, Is.Null);
        Assert.That(seen, Is.EquivalentTo(new[] { "0", "1" }), "both are due at one instant");
    }

    [Test]
    public async Task Hosted_services_of_a_shared_host_start_and_stop_with_each_schedule()
    {
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(Hosting.Configure);
        var ends = new List<bool>();
        var result = await Exploration.RunAsync(
            async replay =>
            {
                Heartbeat heartbeat;
                await using (var app = replay.Host(factory))
                {
                    using var client = app.CreateClient();
                    heartbeat = app.Services.GetRequiredService<Heartbeat>();
                    var before = heartbeat.Beats;
                    await client.GetStringAsync("/beats?minutes=2");
                    Assert.That(heartbeat.Beats - before, Is.EqualTo(2));
                }

                ends.Add(heartbeat.HasEnded);
            },
            new ExplorationOptions { Schedules = 20, RunsTwice = true });
        Assert.That(result.FirstFailure?.Exception, Is.Null);
        Assert.That(result.FirstFailure, Is.Null);
        Assert.That(ends, Has.Count.EqualTo(40).And.All.True);
    }
}
