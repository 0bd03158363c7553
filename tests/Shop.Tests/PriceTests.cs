using ReplayKit;

namespace Shop.Tests;

public sealed class PriceTests
{
    [Incident(Incidents.Stampede, Expect = Verdict.Reproduces)]
    public Task Price_is_fetched_once_by_the_cache_with_the_bug(Replay replay) => Incidents.PriceIsFetchedOnce(replay, isFixed: false);

    [Incident(Incidents.Stampede)]
    public Task Price_is_fetched_once(Replay replay) => Incidents.PriceIsFetchedOnce(replay, isFixed: true);
}
