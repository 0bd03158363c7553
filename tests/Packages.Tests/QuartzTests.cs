using NUnit.Framework;
using Quartz;

namespace Packages.Tests;

/// <summary>The scheduler of Quartz with its store in memory, on virtual time.</summary>
internal sealed class QuartzTests
{
    private const int ScheduleCount = 60;

    [Test]
    public Task Jobs_run_at_virtual_times() => Runs.CheckAsync(static () => RunAsync("job"), "job 00:00, job 00:10, job 00:20");

    [Test]
    public async Task Jobs_of_one_time_run_in_either_order()
    {
        var seen = await Runs.SeenAsync(static () => RunAsync("a", "b"), ScheduleCount);
        Assert.That(seen, Has.Some.StartsWith("a 00:00, b 00:00").And.Some.StartsWith("b 00:00, a 00:00"));
        Assert.That(seen.Select(static log => string.Join(' ', log.Split(", ").Order())).Distinct(), Is.EqualTo(["a 00:00 a 00:10 a 00:20 b 00:00 b 00:10 b 00:20"]));
    }

    [Test]
    public async Task Its_locks_and_awaits_are_scheduling_points()
    {
        Assert.That(await Points.CallsAsync("Quartz", static () => RunAsync("a", "b")), Has.Some.Contains("RAMJobStore"));
        Assert.That(await Points.AwaitsAsync("Quartz", static () => RunAsync("a", "b")), Has.Some.Contains("QuartzSchedulerThread"));
    }

    private static async Task<string> RunAsync(params string[] names)
    {
        var log = new List<string>();
        var scheduler = await SchedulerBuilder.Create("AUTO", "tests").UseInMemoryStore().UseDefaultThreadPool(static pool => pool.MaxConcurrency = 2).BuildScheduler();
        await scheduler.Start();
        foreach (var name in names)
        {
            var job = JobBuilder.Create<LogJob>().WithIdentity(name).SetJobData(new JobDataMap { [LogJob.Log] = log }).Build();
            await scheduler.ScheduleJob(job, TriggerBuilder.Create().WithIdentity(name).StartNow().WithSimpleSchedule(static every => every.WithIntervalInMinutes(10).WithRepeatCount(2)).Build());
        }

        await Task.Delay(TimeSpan.FromHours(1));
        await scheduler.Shutdown(waitForJobsToComplete: true);
        return string.Join(", ", log);
    }
}
