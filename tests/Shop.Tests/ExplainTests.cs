using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Explaining;

namespace Shop.Tests;

/// <summary>What the shop's incidents conflict on, and on which lines.</summary>
public sealed class ExplainTests
{
    [Test]
    public async Task Stampede_is_explained_by_the_cache_that_is_read_before_it_is_written()
    {
        var explanation = await ExplainAsync(Incidents.Stampede, static replay => Incidents.PriceIsFetchedOnce(replay, isFixed: false));
        Assert.Multiple(() =>
        {
            Assert.That(explanation.Kind, Is.EqualTo(ExplanationKind.Order));
            Assert.That(explanation.Conflict!.Name, Is.EqualTo("PriceCache._cached"));
            Assert.That(explanation.Conflict.Kind, Is.EqualTo(TouchedKind.Collection));
            Check(explanation.Conflict.First, isWrite: false, "PriceCache.GetAsync", LineOf("Prices/PriceCache.cs", "_cached.TryGetValue"));
            Check(explanation.Conflict.Second, isWrite: true, "PriceCache.GetAsync", LineOf("Prices/PriceCache.cs", "_cached[sku] = price"));
        });
        CheckSteps(explanation);
    }

    [Test]
    public async Task Oversold_is_explained_by_the_row_that_is_read_before_it_is_written()
    {
        var explanation = await ExplainAsync(Incidents.Oversold, static replay => Incidents.NothingIsOversold(replay, isFixed: false));
        Assert.Multiple(() =>
        {
            Assert.That(explanation.Kind, Is.EqualTo(ExplanationKind.Order));
            Assert.That(explanation.Conflict!.Name, Is.EqualTo("Items (Sku = 16)"));
            Assert.That(explanation.Conflict.Kind, Is.EqualTo(TouchedKind.Row));
            Check(explanation.Conflict.First, isWrite: false, "OrderService.PlaceAsync", LineOf("Orders/OrderService.cs", "SingleOrDefaultAsync"));
            Check(explanation.Conflict.Second, isWrite: true, "OrderService.PlaceAsync", LineOf("Orders/OrderService.cs", "SaveChangesAsync"));
        });
        CheckSteps(explanation);
    }

    [Test]
    public async Task Failure_that_no_order_avoids_is_explained_as_such_after_one_run_for_each_that_may_go_first()
    {
        var explanation = await ExplainAsync(Incidents.Stampede, static async replay =>
        {
            await using var app = replay.HostShop(isFixed: true);
            await replay.RunAsync();
            Assert.That(replay.Responses, Is.Empty);
        });
        Assert.That(explanation.Kind, Is.EqualTo(ExplanationKind.AnyOrder));
        Assert.That(explanation.Replays, Is.LessThanOrEqualTo(4));
        Assert.That(explanation.Conflict, Is.Null);
    }

    [Test]
    public async Task Failure_that_comes_and_goes_is_explained_as_not_under_control()
    {
        var count = 0;
        var explanation = await ExplainAsync(Incidents.Stampede, async replay =>
        {
            await using var app = replay.HostShop(isFixed: true);
            await replay.RunAsync();
            Assert.That(++count, Is.GreaterThan(1));
        });
        Assert.That(explanation.Kind, Is.EqualTo(ExplanationKind.NotRepeated));
    }

    private static async Task<Explanation> ExplainAsync(string path, Func<Replay, Task> body)
    {
        var runner = IncidentRunner.Load(path);
        var failing = await runner.RunAsync(body);
        Assert.That(failing.Failure, Is.Not.Null);
        var explanation = await runner.ExplainAsync(body, failing);
        TestContext.Out.WriteLine(explanation);
        return explanation;
    }

    // One request goes on although another one has not come to the step that it should wait for; from there on nothing helps.
    private static void CheckSteps(Explanation explanation) => Assert.Multiple(() =>
    {
        Assert.That(explanation.IsComplete, Is.True);
        Assert.That(explanation.Flip, Is.Not.Null);
        Assert.That(explanation.Flip!.Before.Step, Is.GreaterThan(0).And.LessThan(explanation.Flip.After.Step));
        Assert.That(explanation.Flip.Before.Request, Is.EqualTo(explanation.Conflict!.First.Request));
        Assert.That(explanation.Flip.After.Request, Is.EqualTo(explanation.Conflict.Second.Request));
        Assert.That(explanation.Unavoidable!.Step, Is.GreaterThanOrEqualTo(explanation.Conflict.First.Step).And.LessThan(explanation.Conflict.Second.Step));
        Assert.That(explanation.Touches, Does.Contain(explanation.Conflict.First).And.Contain(explanation.Conflict.Second));
    });

    private static void Check(ExplainedAccess access, bool isWrite, string method, (string File, int Line) place)
    {
        Assert.That(access.IsWrite, Is.EqualTo(isWrite));
        Assert.That(access.Method, Is.EqualTo(method));
        Assert.That((access.File, access.Line), Is.EqualTo(place));
        Assert.That(access.Step, Is.GreaterThan(0));
    }

    private static (string File, int Line) LineOf(string file, string text)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ReplayKit.sln"))) folder = folder.Parent;
        var lines = File.ReadAllLines(Path.Combine(folder.FullName, "samples", "Shop", file));
        return (Path.GetFileName(file), Array.FindIndex(lines, line => line.Contains(text, StringComparison.Ordinal)) + 1);
    }
}
