using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

internal sealed class AwaitSiteTests
{
    private static readonly AwaitSite[] Sites =
    [
        new("Shop.Cache", "Get", "<Get>d__1", 0, "Fetch", "/src/Cache.cs", 7),
        new("Shop.Cache+Inner`1", "Get.lambda", "<<Get>b__2_0>d", 12, "", "", 0),
        new("", "", "", 0, "", "", int.MaxValue),
    ];

    [TestCaseSource(nameof(Sites))]
    public void Parse_what_was_written_is_read_back(AwaitSite site) => Assert.That(AwaitSite.Parse(site.ToString()), Is.EqualTo(site));

    [TestCase("")]
    [TestCase("site")]
    [TestCase("a\tb\tc\t0\td\te")]
    [TestCase("a\tb\tc\t0\td\te\t1\tf")]
    [TestCase("a\tb\tc\tone\td\te\t1")]
    [TestCase("a\tb\tc\t-1\td\te\t1")]
    [TestCase("a\tb\tc\t0\td\te\t99999999999")]
    public void Parse_other_text_is_refused(string text) => Assert.That(() => AwaitSite.Parse(text), Throws.TypeOf<FormatException>());

    [Test]
    public void Parse_nothing_is_refused() => Assert.That(static () => AwaitSite.Parse(null!), Throws.ArgumentNullException);

    [Test]
    public void WovenAttribute_keeps_the_version_of_the_weaver() => Assert.That(new WovenAttribute("1.2.3").Version, Is.EqualTo("1.2.3"));
}
