using NUnit.Framework;
using ReplayKit;
using Shop.Prices;
using Microsoft.Extensions.DependencyInjection;

namespace FailingFixtures;

/// <summary>Incidents that are not there, damaged, or not whole. The body passes whenever it is reached.</summary>
public sealed class IncidentFolderFixture
{
    [Incident(Paths.Missing)]
    public Task Missing(Replay replay) => PassAsync(replay);

    [Incident(Paths.NoDescription)]
    public Task No_description(Replay replay) => PassAsync(replay);

    [Incident(Paths.NoRecording)]
    public Task No_recording(Replay replay) => PassAsync(replay);

    [Incident(Paths.Malformed)]
    public Task Malformed(Replay replay) => PassAsync(replay);

    [Incident(Paths.Damaged)]
    public Task Damaged(Replay replay) => PassAsync(replay);

    [Incident(Paths.Damaged, Expect = Verdict.Reproduces)]
    public Task Damaged_of_an_open_bug(Replay replay) => PassAsync(replay);

    [Incident(Paths.Foreign)]
    public Task Foreign(Replay replay) => PassAsync(replay);

    [Incident(Paths.Empty)]
    public Task Empty(Replay replay) => PassAsync(replay);

    [Incident(Paths.Lossy)]
    public Task Lossy(Replay replay) => PassAsync(replay);

    [Incident(Paths.Lossy)]
    public Task Lossy_and_failing(Replay replay) => FailAsync(replay);

    [Incident(Paths.CutShort)]
    public Task Cut_short_and_failing(Replay replay) => FailAsync(replay);

    private static async Task PassAsync(Replay replay)
    {
        await using var app = replay.HostShop(isFixed: true);
        await replay.RunAsync();
    }

    private static async Task FailAsync(Replay replay)
    {
        await using var app = replay.HostShop();
        await replay.RunAsync();
        Assert.That(app.Services.GetRequiredService<PriceSource>().Fetches, Is.EqualTo(1));
    }
}
