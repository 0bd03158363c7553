using System.Text.Json;
using FailingFixtures;
using NUnit.Framework;

namespace Harness.Tests;

/// <summary>What a failing test says about why it fails, in its message and as JSON.</summary>
public sealed class ExplanationTests
{
    [Test]
    public void Failing_test_marks_the_conflict_in_the_table_and_tells_it_below()
    {
        var result = Fixtures.Run<VerdictFixture>(nameof(VerdictFixture.Fails));
        Messages.HasInOrder(
            result.Message,
            " reads PriceCache._cached", " PriceCache.cs:12", "<- conflict: PriceCache._cached\n",
            "<- unavoidable from here on\n",
            " writes PriceCache._cached", " PriceCache.cs:16", "<- too late\n",
            "\n  Why (", " more replays):\n    Conflict on PriceCache._cached: r", " reads it at PriceCache.cs:12 (step ", " before r", " writes it at PriceCache.cs:16 (step ",
            "\n    The decision: step ", " before step ", ". The other way round the test does not fail so.",
            "\n    Unavoidable since step ", ": whichever request runs on behind it, the test fails.\n",
            "  Replay:  ");
    }

    [Test]
    public void Failure_of_every_order_is_told_as_such()
    {
        var result = Fixtures.Run<VerdictFixture>(nameof(VerdictFixture.Throws));
        Assert.That(result.Message, Does.Contain("It is not the order: the test fails as well when the requests run one after the other.\n").And.Not.Contain("<- "));
    }

    [Test]
    public void Test_of_an_open_bug_that_fails_as_it_should_is_not_explained() =>
        Assert.That(Fixtures.Run<VerdictFixture>(nameof(VerdictFixture.Open_and_fails)).TestAttachments, Is.Empty);

    [Test]
    public void Json_that_is_attached_has_the_members_of_the_document_and_no_others()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Attached(nameof(VerdictFixture.Fails))));
        var root = json.RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(root.GetProperty("schema").GetString(), Is.EqualTo("replaykit.explanation/1"));
            Assert.That(Names(root), Is.EqualTo(Documented()));
            Assert.That(root.GetProperty("kind").GetString(), Is.EqualTo("order"));
            Assert.That(Names(root.GetProperty("flip")), Is.EqualTo(new[] { "before", "after" }));
            Assert.That(Names(root.GetProperty("flip").GetProperty("before")), Is.EqualTo(new[] { "step", "request", "what", "file", "line" }));
            var conflict = root.GetProperty("conflict");
            Assert.That(Names(conflict), Is.EqualTo(new[] { "kind", "name", "first", "second" }));
            Assert.That(conflict.GetProperty("kind").GetString(), Is.EqualTo("collection"));
            Assert.That(conflict.GetProperty("name").GetString(), Is.EqualTo("PriceCache._cached"));
            Assert.That(Names(conflict.GetProperty("first")), Is.EqualTo(new[] { "step", "request", "isWrite", "method", "file", "line" }));
            Assert.That(conflict.GetProperty("second").GetProperty("file").GetString(), Is.EqualTo("PriceCache.cs"));
            Assert.That(root.GetProperty("touches").GetArrayLength(), Is.GreaterThanOrEqualTo(4));
            Assert.That(root.GetProperty("unavoidable").GetProperty("step").GetInt32(), Is.GreaterThan(0));
        });
    }

    private static string Attached(string method) =>
        Fixtures.Run<VerdictFixture>(method).TestAttachments.Single(static attachment => attachment.FilePath.EndsWith("price-cache-stampede.explanation.json", StringComparison.Ordinal)).FilePath;

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(static member => member.Name);

    private static IEnumerable<string> Documented()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ReplayKit.sln"))) folder = folder.Parent;
        return File.ReadLines(Path.Combine(folder.FullName, "docs", "explanation-json.md"))
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal)).Select(static line => line.Split('`')[1]);
    }
}
