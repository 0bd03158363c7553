using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Outcome;
using ReplayKit.Replayer.Search;
using Shop.Data;
using Shop.Orders;

namespace Shop.Tests;

/// <summary>Every schedule around an incident, on builds that are fixed and on one that is not.</summary>
public sealed class CertifyTests
{
    private static IEnumerable<TestCaseData> Fixed =>
    [
        new TestCaseData(Incidents.Stampede, (Func<Replay, bool, Task>)Incidents.PriceIsFetchedOnce, 1, new long[] { 1, 5 }).SetArgDisplayNames("stampede"),
        new TestCaseData(Incidents.Oversold, (Func<Replay, bool, Task>)Incidents.NothingIsOversold, 2, new long[] { 1, 2, 8 }).SetArgDisplayNames("oversold"),
    ];

    [TestCaseSource(nameof(Fixed))]
    public async Task Every_schedule_of_a_corrected_build_passes(string path, Func<Replay, bool, Task> body, int swaps, long[] passed)
    {
        var coverage = await CertifyAsync(path, replay => body(replay, true), new SwapOptions { SwapsMax = swaps });
        TestContext.Out.WriteLine($"{string.Join(" + ", coverage.PassedBySwaps)} in {coverage.Time.TotalSeconds:0.0} s; {string.Join("; ", coverage.NotCovered)}");
        Assert.Multiple(() =>
        {
            Assert.That(coverage.PassedBySwaps, Is.EqualTo(passed));
            Assert.That(coverage.Schedules, Is.Unique.And.Length.EqualTo(passed.Sum()));
            Assert.That(coverage.NotCovered, Is.Empty);
            Assert.That(coverage.IsComplete);
        });
    }

    [Test]
    public async Task Limit_of_schedules_leaves_the_certificate_open_and_says_so()
    {
        var searched = await IncidentRunner.Load(Incidents.Oversold).SearchAsync(
            static replay => Incidents.NothingIsOversold(replay, true), new SearchBudget(10) { IsExhaustive = true }, static run => run.Result.Outcome is RunOutcome.TestFailed);
        Assert.That((searched.Attempts, searched.Coverage.IsComplete), Is.EqualTo((10, false)));
        Assert.That(searched.Coverage.NotCovered.Select(static open => open.Reason), Has.Some.Contains("the limit of 10 was reached"));
    }

    [Test]
    public async Task Fix_that_only_narrows_the_window_passes_in_the_recorded_order_and_is_not_certified()
    {
        var runner = IncidentRunner.Load(Incidents.Oversold);
        var recorded = await runner.RunAsync(NothingIsOversoldByRechecking);
        Assert.That(recorded.Result.Outcome, Is.InstanceOf<RunOutcome.Passed>());
        var searched = await SearchAsync(Incidents.Oversold, NothingIsOversoldByRechecking, new SwapOptions { SwapsMax = 8 });
        Assert.That(searched.Run.Result.Outcome, Is.InstanceOf<RunOutcome.TestFailed>());
        Assert.That(searched.Run.Result.ScheduleDescription, Does.EndWith("swaps from the recorded order"));
        Assert.That(searched.Coverage.IsComplete, Is.False);
        TestContext.Out.WriteLine($"{searched.Attempts}: {searched.Run.Result.ScheduleDescription}");
    }

    private static async Task<SearchCoverage> CertifyAsync(string path, Func<Replay, Task> body, SwapOptions around) => (await SearchAsync(path, body, around)).Coverage;

    private static Task<SearchedIncident> SearchAsync(string path, Func<Replay, Task> body, SwapOptions around) =>
        IncidentRunner.Load(path).SearchAsync(body, new SearchBudget(100_000) { IsExhaustive = true, Around = around }, static run => run.Result.Outcome is RunOutcome.TestFailed or RunOutcome.Deadlocked);

    private static async Task NothingIsOversoldByRechecking(Replay replay)
    {
        await using var app = replay.Host<Program>(static web =>
        {
            ShopHost.Configure(web, isFixed: false);
            web.ConfigureTestServices(static services => services.AddScoped<IOrderService, RecheckingOrderService>());
        });
        await replay.RunAsync();
        using var scope = app.Services.CreateScope();
        Incidents.CheckNothingIsOversold(scope.ServiceProvider.GetRequiredService<ShopDb>());
    }
}
