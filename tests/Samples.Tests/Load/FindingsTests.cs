using Load.Reporting;
using Load.Traffic;
using NUnit.Framework;

namespace Samples.Tests.Load;

public sealed class FindingsTests
{
    private static readonly ShopStats Before = new([new(1, 2, 2, 1, 0), new(2, 0, 0, 1, 1), new(3, 1, 0, 50, 50)]);

    [Test]
    public void Nothing_happened_means_nothing_found()
    {
        var findings = Findings.Of(Before, Before);

        Assert.That(findings.FetchedMoreThanOnce, Is.Empty);
        Assert.That(findings.Oversold, Is.Empty);
    }

    [Test]
    public void What_went_wrong_since_is_found_and_what_was_wrong_before_is_not()
    {
        var after = new ShopStats([new(1, 2, 2, 1, 0), new(2, 3, 2, 1, 0), new(3, 1, 20, 50, 30)]);

        var findings = Findings.Of(Before, after);

        Assert.That(findings.FetchedMoreThanOnce, Is.EqualTo((RepeatedFetch[])[new(2, 3)]));
        Assert.That(findings.Oversold, Is.EqualTo((Oversale[])[new(2, 2, 1)]));
    }
}
