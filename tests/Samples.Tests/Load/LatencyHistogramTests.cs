using Load.Measuring;
using NUnit.Framework;

namespace Samples.Tests.Load;

public sealed class LatencyHistogramTests
{
    [Test]
    public void Percentile_of_nothing_is_zero() =>
        Assert.That(new LatencyHistogram().Percentile(0.99), Is.EqualTo(TimeSpan.Zero));

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(127)]
    [TestCase(128)]
    [TestCase(64_321)]
    [TestCase(15_000_000)]
    [TestCase(3_600_000_000)]
    public void Only_value_is_every_percentile(long microseconds)
    {
        var histogram = Of(microseconds);

        Assert.That(histogram.Percentile(0.5), Is.EqualTo(TimeSpan.FromMicroseconds(microseconds)));
        Assert.That(histogram.Percentile(1), Is.EqualTo(TimeSpan.FromMicroseconds(microseconds)));
    }

    [Test]
    public void Percentile_is_off_by_less_than_two_percent([Values(0.01, 0.5, 0.9, 0.99, 0.999)] double share)
    {
        var random = new Random(5);
        var values = Enumerable.Range(0, 20_000).Select(_ => (long)Math.Exp(random.NextDouble() * 16)).Order().ToArray();
        var exact = values[(int)Math.Ceiling(share * values.Length) - 1];

        Assert.That(Of(values).Percentile(share).TotalMicroseconds, Is.InRange(exact, exact * 1.016 + 1));
    }

    [Test]
    public void Sum_counts_what_its_parts_counted()
    {
        var sum = Of(1, 2, 3);
        sum.Add(Of(900_000));

        Assert.That(sum.Count, Is.EqualTo(4));
        Assert.That(sum.Max, Is.EqualTo(TimeSpan.FromMilliseconds(900)));
        Assert.That(sum.Percentile(0.75), Is.EqualTo(TimeSpan.FromMicroseconds(3)));
    }

    private static LatencyHistogram Of(params long[] microseconds)
    {
        var histogram = new LatencyHistogram();
        foreach (var value in microseconds)
            histogram.Add(TimeSpan.FromMicroseconds(value));
        return histogram;
    }
}
