using CsCheck;
using NUnit.Framework;
using ReplayKit.Recorder.Budget;
using ReplayKit.TraceFormat.Model;

namespace Recorder.Tests.Budget;

/// <summary>The governor against simulated targets, for which each tier has a cost that is known.</summary>
public sealed class TierGovernorTests
{
    private const double RequestSeconds = 0.001;

    [Test]
    public void First_window_is_one_without_and_the_second_listens_to_the_most()
    {
        var governor = new TierGovernor(RecordingTier.Full, 0.05);
        var first = governor.Next();
        Assert.That(first.Tier, Is.EqualTo(RecordingTier.Off));
        governor.Take(first, Sample(0));
        Assert.That(governor.Next().Tier, Is.EqualTo(RecordingTier.Full));
        Assert.That(governor.Cost, Is.Null, "nothing is known yet");
    }

    [Test]
    public void Tier_that_fits_is_kept()
    {
        var run = Run(new TierGovernor(RecordingTier.Tasks, 0.05), 40, static tier => tier == RecordingTier.Off ? 0 : 0.03);
        Assert.That(run, Has.All.EqualTo(RecordingTier.Tasks));
    }

    [Test]
    public void Tier_above_the_budget_is_left_for_the_highest_that_fits()
    {
        var run = Run(new TierGovernor(RecordingTier.Full, 0.05), 7, CostOf);
        Assert.That(run, Is.EqualTo(new[]
        {
            RecordingTier.Full, RecordingTier.Tasks, RecordingTier.Requests, RecordingTier.Requests, RecordingTier.Requests, RecordingTier.Requests, RecordingTier.Requests,
        }));
    }

    [Test]
    public void Tier_that_did_not_fit_is_tried_again_after_a_while()
    {
        var cost = 0.2;
        var governor = new TierGovernor(RecordingTier.Tasks, 0.05);
        Run(governor, 2, tier => tier == RecordingTier.Tasks ? cost : 0.01);
        cost = 0.02; // the load is another now
        Assert.That(Run(governor, 30, tier => tier == RecordingTier.Tasks ? cost : 0.01)[^1], Is.EqualTo(RecordingTier.Tasks));
    }

    [Test]
    public void Nothing_is_listened_to_when_nothing_fits() =>
        Assert.That(Run(new TierGovernor(RecordingTier.Tasks, 0.01), 5, static tier => tier == RecordingTier.Off ? 0 : 0.5)[^1], Is.EqualTo(RecordingTier.Off));

    [Test]
    public void Target_without_requests_is_listened_to_and_its_cost_is_not_known()
    {
        var governor = new TierGovernor(RecordingTier.Tasks, 0.01);
        for (var i = 0; i < 10; i++)
        {
            var window = governor.Next();
            governor.Take(window, new LoadSample(TimeSpan.FromSeconds(1), 0));
        }

        Assert.That(governor.Cost, Is.Null);
        Assert.That(new[] { governor.Next().Tier, RecordingTier.Tasks }, Does.Contain(RecordingTier.Tasks));
    }

    [Test]
    public void Share_of_time_above_the_budget_is_small_whatever_the_tiers_cost() =>
        Gen.Select(Gen.Double[0, 0.2], Gen.Double[0, 0.2], Gen.Double[0, 0.2], Gen.Double[0.01, 0.1]).Sample(static (a, b, c, budget) =>
        {
            double[] costs = [0, a, a + b, a + b + c];
            var run = Run(new TierGovernor(RecordingTier.Full, budget), 60, tier => costs[(int)tier]);
            var best = Enumerable.Range(0, 4).Last(tier => costs[tier] <= budget);
            // At first it comes down from the top; from then on it is at the best one, but for a trial of the one above now and then.
            return run.Skip(4).Count(tier => (int)tier > best) <= 60 / 6 && run.Skip(4).Count(tier => (int)tier == best) >= 56 * 2 / 3;
        });

    private static double CostOf(RecordingTier tier) => tier switch
    {
        RecordingTier.Off => 0,
        RecordingTier.Requests => 0.01,
        RecordingTier.Tasks => 0.08,
        _ => 0.2,
    };

    // Tiers of the windows that listen, in order.
    private static List<RecordingTier> Run(TierGovernor governor, int windows, Func<RecordingTier, double> cost)
    {
        var tiers = new List<RecordingTier>();
        for (var i = 0; tiers.Count < windows; i++)
        {
            var window = governor.Next();
            governor.Take(window, Sample(cost(window.Tier)));
            if (i % 2 == 1) tiers.Add(window.Tier);
        }

        return tiers;
    }

    private static LoadSample Sample(double cost) => new(TimeSpan.FromSeconds(1000 * RequestSeconds * (1 + cost)), 1000);
}
