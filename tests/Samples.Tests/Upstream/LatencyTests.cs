using NUnit.Framework;
using Upstream;

namespace Samples.Tests.Upstream;

public sealed class LatencyTests
{
    [Test]
    public void Latency_of_a_price_depends_on_the_sku_and_stays_in_its_range()
    {
        var options = new LatencyOptions();
        var latencies = Enumerable.Range(1, 500).Select(sku => options.PriceOf(sku).TotalMilliseconds).ToList();

        Assert.That(latencies, Is.All.InRange(40, 60));
        Assert.That(latencies.Distinct().Count(), Is.EqualTo(21));
    }

    [Test]
    public void Latency_without_jitter_is_the_same_for_all() =>
        Assert.That(new LatencyOptions { PriceMs = 5, PriceJitterMs = 0 }.PriceOf(3), Is.EqualTo(TimeSpan.FromMilliseconds(5)));
}
