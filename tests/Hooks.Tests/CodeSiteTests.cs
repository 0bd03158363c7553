using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

internal sealed class CodeSiteTests
{
    private static readonly CodeSite[] Sites =
    [
        new("Shop.Cache", "Get", "Monitor.Enter", "/src/Cache.cs", 7),
        new("Shop.Cache", "Get", "ConcurrentDictionary.TryGetValue", "/src/Cache.cs", 7) { Of = "Cache._prices" },
        new("", "", "", "", 0),
    ];

    [TestCaseSource(nameof(Sites))]
    public void Parse_what_was_written_is_read_back(CodeSite site) => Assert.That(CodeSite.Parse(site.ToString()), Is.EqualTo(site));

    [TestCase("site")]
    [TestCase("a\tb\tc\td")]
    [TestCase("a\tb\tc\td\t1\te\tf")]
    [TestCase("a\tb\tc\td\tone")]
    public void Parse_other_text_is_refused(string text) => Assert.That(() => CodeSite.Parse(text), Throws.TypeOf<FormatException>());
}
