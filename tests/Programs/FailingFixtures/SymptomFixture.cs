using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;

namespace FailingFixtures;

/// <summary>Bodies that show their incident's symptom, or another one. Most assert nothing: the incident says what went wrong.</summary>
public sealed class SymptomFixture
{
    [Incident(Paths.WithBadGateway, Explains = false)]
    public async Task Answers_the_status(Replay replay)
    {
        await using var app = replay.HostShop(services: Break);
        await replay.RunAsync();
    }

    [Incident(Paths.WithBadGateway, Expect = Verdict.Reproduces)]
    public Task Answers_the_status_while_open(Replay replay) => Answers_the_status(replay);

    [Incident(Paths.WithBadGateway)]
    public async Task Answers_well(Replay replay)
    {
        await using var app = replay.HostShop();
        await replay.RunAsync();
    }

    [Incident(Paths.WithBadGateway, Expect = Verdict.Reproduces)]
    public async Task Answers_well_and_fails_while_open(Replay replay)
    {
        await Answers_well(replay);
        Assert.Fail("on purpose");
    }

    [Incident(Paths.WithExceptionInFetch, Expect = Verdict.Reproduces)]
    public Task Throws_in_the_method_while_open(Replay replay) => Answers_the_status(replay);

    [Incident(Paths.WithExceptionInFetch, Explains = false)]
    public Task Throws_in_the_method(Replay replay) => Answers_the_status(replay);

    [Incident(Paths.WithExceptionElsewhere, Expect = Verdict.Reproduces)]
    public async Task Throws_in_another_method_while_open(Replay replay)
    {
        await Answers_the_status(replay);
        Assert.Fail("on purpose");
    }

    [Incident(Paths.WithLatency, Explains = false)]
    public Task Takes_too_long(Replay replay) => Answers_well(replay);

    [Incident(Paths.WithLatency, Expect = Verdict.Reproduces)]
    public Task Takes_too_long_while_open(Replay replay) => Answers_well(replay);

    [Incident(Paths.WithLongLatency)]
    public Task Does_not_take_too_long(Replay replay) => Answers_well(replay);

    [Incident(Paths.WithLongLatency, Explains = false)]
    public async Task Does_not_take_too_long_and_fails(Replay replay)
    {
        await Answers_well(replay);
        Assert.Fail("on purpose");
    }

    [Incident(Paths.WithDeadlock, Expect = Verdict.Reproduces)]
    public Task Deadlocks_while_open(Replay replay) => new OutcomeFixture().Deadlocks(replay);

    [Incident(Paths.WithDeadlock, Expect = Verdict.Reproduces)]
    public Task Fails_and_does_not_deadlock_while_open(Replay replay) => Answers_well_and_fails_while_open(replay);

    private static void Break(IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(static client => client.ConfigurePrimaryHttpMessageHandler(static () => new BrokenUpstream()));

    private sealed class BrokenUpstream : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(5, cancellationToken);
            throw new HttpRequestException("The upstream is down.");
        }
    }
}
