using NUnit.Framework;
using ReplayKit;

namespace FailingFixtures;

/// <summary>Several incidents for one method.</summary>
public sealed class SourceFixture
{
    [IncidentSource(Paths.Several)]
    public Task Each(Replay replay) => PassAsync(replay);

    [IncidentSource(Paths.Several, Expect = Verdict.Reproduces)]
    public async Task Each_of_an_open_bug(Replay replay)
    {
        await PassAsync(replay);
        Assert.That(replay.Responses, Is.Empty);
    }

    [IncidentSource(Paths.Several)]
    public async Task Each_and_fails(Replay replay)
    {
        await PassAsync(replay);
        Assert.Fail("on purpose");
    }

    [IncidentSource(Paths.Missing)]
    public Task Of_no_folder(Replay replay) => PassAsync(replay);

    [IncidentSource(Paths.Lossy)]
    public Task Of_a_folder_without_incidents(Replay replay) => PassAsync(replay);

    [IncidentSource(Paths.Several)]
    public Task With_a_wrong_signature(string text) => Task.FromResult(text);

    [Incident(Paths.Stampede)]
    [Incident(Paths.Lossy, Expect = Verdict.Reproduces)]
    public async Task Two_named(Replay replay)
    {
        await PassAsync(replay);
        Assert.That(replay.Incident.Completeness.EventsLost, Is.Zero);
    }

    private static async Task PassAsync(Replay replay)
    {
        await using var app = replay.HostShop(isFixed: true);
        await replay.RunAsync();
    }
}
