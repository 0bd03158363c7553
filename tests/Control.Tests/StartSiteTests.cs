using NUnit.Framework;
using ReplayKit;
using ReplayKit.Replayer.Scheduling;

namespace Control.Tests;

/// <summary>A step that starts a task names the line that started it.</summary>
internal sealed class StartSiteTests
{
    private static IEnumerable<TestCaseData> Starts =>
    [
        new TestCaseData((Func<Task>)(() => Task.Run(() => { }))).Returns("Task.Run"),
        new TestCaseData((Func<Task>)(() => Task.Factory.StartNew(() => { }))).Returns("TaskFactory.StartNew"),
        new TestCaseData((Func<Task>)(() => Task.CompletedTask.ContinueWith(_ => { }, TaskScheduler.Default))).Returns("Task.ContinueWith"),
        new TestCaseData((Func<Task>)(() => new TaskFactory<int>().ContinueWhenAll([Task.CompletedTask], _ => 1))).Returns("TaskFactory.ContinueWhenAll"),
    ];

    [TestCaseSource(nameof(Starts))]
    public async Task<string> Start_names_its_call(Func<Task> start)
    {
        var result = await Exploration.RunAsync(
            async _ =>
            {
                await start();
                throw new InvalidOperationException();
            },
            new ExplorationOptions { Schedules = 1 });

        var step = result.FirstFailure!.Steps.Single(static step => step.Step.Kind == StepKind.Start).Step;
        Assert.That(step.Call!.File, Does.EndWith("StartSiteTests.cs"));
        Assert.That(step.Call.Line, Is.GreaterThan(0));
        return step.Call.What;
    }
}
