using NUnit.Framework;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Explaining;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Search;

namespace Replayer.Tests.Explaining;

/// <summary>Runs are written as text: request, r or w, what it touches (lower case data, upper case a lock).</summary>
public sealed class ConflictFinderTests
{
    [TestCase("1rx 2rx 1wx 2wx", "1rx 1wx 2rx 2wx", "2rx 1wx", Description = "a read that came before a write")]
    [TestCase("1rx 2rx 1wx 2wx", "1rx 1wx 2rx", "2rx 1wx", Description = "what the passing run does not do counts less")]
    [TestCase("1wx 2wx", "2wx 1wx", "1wx 2wx")]
    [TestCase("1wx 2rx", "1wx", "1wx 2rx", Description = "nothing is the other way round: what is not there at all")]
    [TestCase("1wL 1wx 2wL 2wx", "2wL 2wx 1wL 1wx", "1wx 2wx", Description = "data before locks")]
    [TestCase("1wL 2wL", "2wL 1wL", "1wL 2wL")]
    [TestCase("1rx 2rx", "2rx 1rx", "", Description = "two reads")]
    [TestCase("1wx 2wy", "2wy 1wx", "", Description = "different things")]
    [TestCase("1wx 1rx", "1rx 1wx", "", Description = "one request")]
    public void Conflict_is_the_pair_whose_order_differs(string failing, string passing, string expected)
    {
        var pair = ConflictFinder.Find(RunOf(failing), RunOf(passing));
        Assert.That(pair is null ? "" : $"{Words(pair.First)} {Words(pair.Second)}", Is.EqualTo(expected));
    }

    [Test]
    public void Rows_with_different_keys_do_not_conflict_and_the_whole_table_does_with_each()
    {
        Touched Row(params RowKey[] keys) => new(TouchedKind.Row, 1, "Items") { Keys = [.. keys] };
        Assert.Multiple(() =>
        {
            Assert.That(Row(new RowKey("Sku", "1")).Meets(Row(new RowKey("sku", "1"))), Is.True);
            Assert.That(Row(new RowKey("Sku", "1")).Meets(Row(new RowKey("Sku", "2"))), Is.False);
            Assert.That(Row(new RowKey("Sku", "1")).Meets(Row()), Is.True);
            Assert.That(Row(new RowKey("Sku", "1")).Meets(Row(new RowKey("Colour", "2"))), Is.True);
            Assert.That(Row(new RowKey("Sku", "1"), new RowKey("Colour", "2")).Words, Is.EqualTo("Items (Sku = 1, Colour = 2)"));
        });
    }

    private static TouchingRun RunOf(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new TouchingRun(
            [.. parts.Select(static part => new TracedStep(default, new StepDescription(0, part[0] - '0', StepKind.Resumption), []))],
            [.. parts.Select(static (part, index) => new StepAccess(index + 1, What(part[2]), new CodeSite("T", "M", part[1..], "", 0), part[1] == 'w'))]);
    }

    private static Touched What(char name) => new(char.IsUpper(name) ? TouchedKind.Lock : TouchedKind.Field, name, name.ToString());

    private static string Words(NamedAccess access) => $"{access.Name.Request}{(access.Access.IsWrite ? 'w' : 'r')}{access.Access.What.Name}";
}
