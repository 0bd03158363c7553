using Load.Traffic;
using NUnit.Framework;
using Shop.Data;

namespace Samples.Tests.Load;

public sealed class TrafficPlanTests
{
    private static readonly SkuPools FreshShop =
        SkuPools.From(new ShopStats([.. Catalogue.Items().Select(i => new SkuStats(i.Sku, 0, 0, i.InitialStock, i.Stock))]));

    [Test]
    public void Plan_depends_on_the_seed_alone()
    {
        Assert.That(Plan(seed: 1), Is.EqualTo(Plan(seed: 1)));
        Assert.That(Plan(seed: 1), Is.Not.EqualTo(Plan(seed: 2)));
    }

    [Test]
    public void Plan_is_in_the_order_it_is_due() =>
        Assert.That(Plan(seed: 1).Select(r => r.DueMs), Is.Ordered);

    [Test]
    public void Cold_prices_and_limited_editions_are_wanted_by_two_or_three_within_milliseconds([Range(1, 20)] int seed)
    {
        var waves = Waves(Plan(seed)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(waves, Has.Count.EqualTo(16));
            Assert.That(waves.Select(w => w.Count()), Is.All.InRange(2, 3));
            Assert.That(waves.Select(w => w.Max(r => r.DueMs) - w.Min(r => r.DueMs)), Is.All.LessThan(25));
        });
    }

    [Test]
    public void Waves_are_far_apart([Range(1, 20)] int seed)
    {
        var starts = Waves(Plan(seed)).Select(w => w.Min(r => r.DueMs)).Order().ToList();

        Assert.That(starts.Skip(1).Zip(starts, (next, start) => next - start), Is.All.GreaterThan(500));
    }

    [Test]
    public void Popular_price_is_not_asked_for_twice_at_once([Range(1, 20)] int seed)
    {
        var reads = Plan(seed).Where(r => FreshShop.Popular.Any(sku => r.Path == $"/price/{sku}")).GroupBy(r => r.Path);

        Assert.That(
            reads.SelectMany(g => g.Skip(1).Zip(g, (next, read) => next.DueMs - read.DueMs)),
            Is.Not.Empty.And.All.GreaterThan(200));
    }

    [Test]
    public void Longest_plan_is_bounded() =>
        Assert.That(TrafficPlan.Create(1, 120, 200, FreshShop), Has.Count.InRange(24_000, 25_000));

    [Test]
    public void Skus_touched_before_are_in_no_wave()
    {
        var used = SkuPools.From(new ShopStats([.. Catalogue.Items().Select(i => new SkuStats(i.Sku, 1, 1, i.InitialStock, i.InitialStock - 1))]));

        Assert.That(used.Cold, Is.Empty);
        Assert.That(used.Limited, Is.Empty);
        Assert.That(TrafficPlan.Create(1, 10, 20, used), Is.Not.Empty);
    }

    private static IReadOnlyList<PlannedRequest> Plan(int seed) => TrafficPlan.Create(seed, 10, 20, FreshShop);

    private static IEnumerable<IGrouping<string, PlannedRequest>> Waves(IReadOnlyList<PlannedRequest> plan)
    {
        var paths = FreshShop.Cold.Select(sku => $"/price/{sku}")
            .Concat(FreshShop.Limited.Select(sku => $"/orders?sku={sku}&quantity=1"))
            .ToHashSet();
        return plan.Where(r => paths.Contains(r.Path)).GroupBy(r => r.Path);
    }
}
