using NUnit.Framework;
using ReplayKit.TraceFormat.Model;

namespace TraceFormat.Tests;

internal sealed class SymptomTests
{
    [TestCase("2s", 2000)]
    [TestCase("2.5s", 2500)]
    [TestCase("1500ms", 1500)]
    [TestCase("", null)]
    [TestCase("soon", null)]
    [TestCase("s", null)]
    [TestCase("99999999999999999999s", null)]
    public void Limit_is_read_from_the_detail_of_a_latency(string detail, double? limitMs) =>
        Assert.That(new Symptom(SymptomKind.Latency, detail).Limit?.TotalMilliseconds, Is.EqualTo(limitMs));

    [Test]
    public void Limit_is_of_a_latency_alone() => Assert.That(new Symptom(SymptomKind.Status, "2s").Limit, Is.Null);

    [Test]
    public void Over_a_limit_is_written_so_that_it_is_read_back() =>
        Assert.That(Symptom.Over(TimeSpan.FromMilliseconds(250.5)).Limit, Is.EqualTo(TimeSpan.FromMilliseconds(250.5)));
}
