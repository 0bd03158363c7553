using Architecture.Tests.Reading;
using Architecture.Tests.Rules;
using NUnit.Framework;

namespace Architecture.Tests;

internal sealed class LinkTests
{
    [Test]
    public void Pages_link_to_what_is_there() => Assert.That(Repository.Pages.SelectMany(static page => LinkRules.DeadLinks(page, ReadPage)), Is.Empty);

    [Test]
    public void Pages_are_found() => Assert.That(Repository.Pages, Does.Contain("README.md").And.Contain("ARCHITECTURE.md").And.Contain("docs/replaying.md"));

    [TestCase("[a](missing.md)", "missing.md")]
    [TestCase("see [a\nb](../missing.md \"title\")", "../missing.md")]
    [TestCase("![picture](missing.png)", "missing.png")]
    [TestCase("[a]\n\n[a]: missing.md", "missing.md")]
    [TestCase("[a](other.md#no-such-part)", "other.md#no-such-part")]
    [TestCase("[a](#no-such-part)", "#no-such-part")]
    [TestCase("[a](../../docs/other.md)", "../../docs/other.md", Description = "above the root")]
    [TestCase("[a](other.md) [b](missing.md)", "missing.md")]
    public void DeadLinks_link_to_what_is_missing_is_found(string text, string target) => Assert.That(Check(text), Is.EqualTo([$"docs/page.md: {target}"]));

    [TestCase("[a](other.md) [b](../docs/other.md) [c](/docs/other.md) [d](./other.md)")]
    [TestCase("[a](other.md#a-part-of-it) [b](#own)\n## Own")]
    [TestCase("[a](https://example.com/missing.md) [b](mailto:a@example.com)")]
    [TestCase("`[a](missing.md)`")]
    [TestCase("```\n[a](missing.md)\n```")]
    [TestCase("[a](<other.md>)")]
    public void DeadLinks_other_link_is_let_through(string text) => Assert.That(Check(text), Is.Empty);

    [TestCase("What `cut` keeps", "what-cut-keeps")]
    [TestCase("Exit codes, and why", "exit-codes-and-why")]
    [TestCase("5.1 The *line* (all of it)", "51-the-line-all-of-it")]
    [TestCase("See [there](there.md)", "see-there")]
    public void AnchorOf_heading_is_named_as_the_web_names_it(string heading, string anchor) => Assert.That(LinkRules.AnchorOf(heading), Is.EqualTo(anchor));

    private static IEnumerable<string> Check(string text) => LinkRules.DeadLinks("docs/page.md", path => path switch
    {
        "docs/page.md" => text,
        "docs/other.md" => "# Other\n\n## A part of it\n",
        _ => null,
    });

    private static string? ReadPage(string path) => !Repository.Exists(path) ? null : path.EndsWith(".md", StringComparison.Ordinal) ? Repository.Read(path) : "";
}
