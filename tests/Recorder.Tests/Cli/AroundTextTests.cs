using NUnit.Framework;
using ReplayKit.Recorder.Cli;
using ReplayKit.Recorder.Cutting;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class AroundTextTests
{
    [TestCase("request=17")]
    [TestCase("request=r17", Description = "as show prints it")]
    public void TryParse_request_gives_its_number(string text)
    {
        Assert.That(AroundText.TryParse(text, out var around), Is.True);
        Assert.That(around, Is.EqualTo(new Around.Request(17)));
    }

    [Test]
    public void TryParse_exception_gives_failure()
    {
        Assert.That(AroundText.TryParse("exception", out var around), Is.True);
        Assert.That(around, Is.EqualTo(new Around.Failure()));
    }

    [TestCase("1.2s..1.9s", 1_200_000_000, 1_900_000_000)]
    [TestCase("1.2..1.9", 1_200_000_000, 1_900_000_000)]
    [TestCase("0..500ms", 0, 500_000_000)]
    [TestCase("2s..2s", 2_000_000_000, 2_000_000_000)]
    public void TryParse_window_gives_both_ends(string text, long startNs, long stopNs)
    {
        Assert.That(AroundText.TryParse(text, out var around), Is.True);
        Assert.That(around, Is.EqualTo(new Around.Window(startNs, stopNs)));
    }

    [Test]
    public void TryParse_path_gives_pattern()
    {
        Assert.That(AroundText.TryParse("path=/price/*", out var around), Is.True);
        Assert.That(around, Is.InstanceOf<Around.Path>());
        Assert.That(((Around.Path)around!).Pattern.ToString(), Is.EqualTo("/price/*"));
    }

    [TestCase("")]
    [TestCase("request=")]
    [TestCase("request=0")]
    [TestCase("request=-1")]
    [TestCase("request=two")]
    [TestCase("path=")]
    [TestCase("Exception")]
    [TestCase("2s..1s")]
    [TestCase("..")]
    [TestCase("1s..")]
    [TestCase("1s")]
    public void TryParse_something_else_is_refused(string text) => Assert.That(AroundText.TryParse(text, out _), Is.False);
}
