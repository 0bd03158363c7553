using NUnit.Framework;
using ReplayKit.Recorder.Cutting;

namespace ReplayKit.Recorder.Tests.Cutting;

public sealed class GlobTests
{
    [TestCase("/price/42", "/price/42", true)]
    [TestCase("/price/42", "/Price/42", true, Description = "routing ignores case")]
    [TestCase("/price/*", "/price/42", true)]
    [TestCase("/price/*", "/price/42/history", false)]
    [TestCase("/price/*", "/price/", true)]
    [TestCase("/price/**", "/price/42/history", true)]
    [TestCase("**", "/anything/at/all", true)]
    [TestCase("*", "/price", false)]
    [TestCase("/*/42", "/price/42", true)]
    [TestCase("/price/4?", "/price/42", true)]
    [TestCase("/price/4?", "/price/4", false)]
    [TestCase("/price?42", "/price/42", false)]
    [TestCase("/price/[42]", "/price/[42]", true, Description = "brackets are ordinary characters")]
    [TestCase("", "", true)]
    [TestCase("", "/", false)]
    public void Glob_pattern_matches_whole_path(string pattern, string path, bool expected) =>
        Assert.That(new Glob(pattern).Matches(path), Is.EqualTo(expected));

    [Test]
    [CancelAfter(5000)]
    public void Glob_many_stars_ends_in_reasonable_time() =>
        Assert.That(new Glob(string.Concat(Enumerable.Repeat("*a", 40)) + "b").Matches(new string('a', 2000)), Is.False);
}
