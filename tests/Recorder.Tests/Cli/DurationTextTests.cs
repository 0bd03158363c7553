using NUnit.Framework;
using ReplayKit.Recorder.Cli;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class DurationTextTests
{
    [TestCase("500ms", 500_000_000)]
    [TestCase("30s", 30_000_000_000)]
    [TestCase("5m", 300_000_000_000)]
    [TestCase("1h", 3_600_000_000_000)]
    [TestCase("30", 30_000_000_000)]
    [TestCase("1.5s", 1_500_000_000)]
    [TestCase("0.25", 250_000_000)]
    [TestCase("0s", 0)]
    public void TryParse_duration_gives_nanoseconds(string text, long expectedNs)
    {
        Assert.That(DurationText.TryParse(text, out var ns), Is.True);
        Assert.That(ns, Is.EqualTo(expectedNs));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("s")]
    [TestCase("-1s")]
    [TestCase("+1s")]
    [TestCase("1 s")]
    [TestCase("1d")]
    [TestCase("1e3s")]
    [TestCase("NaN")]
    [TestCase("1,5s")]
    [TestCase("9999999999h")]
    [TestCase("99999999999999999999999999999999999999999")]
    public void TryParse_something_else_is_refused(string? text) => Assert.That(DurationText.TryParse(text, out _), Is.False);

    [TestCase(0, "0 µs")]
    [TestCase(412_300, "412 µs")]
    [TestCase(999_600, "1000 µs")]
    [TestCase(12_345_678, "12.3 ms")]
    [TestCase(999_990_000, "999.9 ms")]
    [TestCase(1_204_000_000, "1.204 s")]
    [TestCase(59_999_900_000, "59.999 s")]
    [TestCase(123_000_000_000, "2 m 03 s")]
    [TestCase(3_720_000_000_000, "1 h 02 m")]
    public void Format_nanoseconds_reads_well(long ns, string expected) => Assert.That(DurationText.Format(ns), Is.EqualTo(expected));

    [TestCase(0, "+0.000 ms")]
    [TestCase(412_000, "+0.412 ms")]
    [TestCase(-1_000_000, "-1.000 ms")]
    public void FormatFine_distance_carries_its_sign(long ns, string expected) => Assert.That(DurationText.FormatFine(ns), Is.EqualTo(expected));
}
