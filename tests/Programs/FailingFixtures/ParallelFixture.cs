using NUnit.Framework;
using ReplayKit;

namespace FailingFixtures;

/// <summary>Replays that NUnit may run at the same time.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ParallelFixture
{
    [IncidentSource(Paths.Several)]
    public async Task Each(Replay replay)
    {
        await using var app = replay.HostShop(isFixed: true);
        await replay.RunAsync();
    }
}
