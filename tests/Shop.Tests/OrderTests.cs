using ReplayKit;

namespace Shop.Tests;

public sealed class OrderTests
{
    [Incident(Incidents.Oversold, Expect = Verdict.Reproduces)]
    public Task Nothing_is_oversold_by_the_service_with_the_bug(Replay replay) => Incidents.NothingIsOversold(replay, isFixed: false);

    [Incident(Incidents.Oversold)]
    public Task Nothing_is_oversold(Replay replay) => Incidents.NothingIsOversold(replay, isFixed: true);
}
