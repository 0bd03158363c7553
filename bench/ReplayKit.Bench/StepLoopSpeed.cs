using System.Diagnostics;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Execution;
using ReplayKit.Replayer.Plan;
using ReplayKit.Replayer.Scheduling;
using ReplayKit.Replayer.Time;
using ReplayKit.TraceFormat.Model;

namespace Bench;

/// <summary>How many steps a second the step loop takes, with woven operations that only await.</summary>
internal static class StepLoopSpeed
{
    private const int RunCount = 7;
    private const int StepCount = 400_000;

    public static Task<IReadOnlyList<Figure>> MeasureAsync(BenchOptions options, CancellationToken cancellation)
    {
        var figures = new List<Figure>();
        foreach (var operations in new[] { 1, 2, 10, 100 })
        {
            Run(operations);
            figures.Add(Figure.Of("loop", $"{operations} operations", "steps/s", [.. Enumerable.Range(0, RunCount).Select(_ => Run(operations))]));
        }

        return Task.FromResult<IReadOnlyList<Figure>>(figures);
    }

    private static double Run(int operations)
    {
        var clock = new VirtualClock(DateTimeOffset.UnixEpoch, 0);
        var plan = new ReplayPlan([], [], [], DateTimeOffset.UnixEpoch, Completeness.Empty);
        var scheduler = new SketchScheduler(plan, new BuildCatalog([], []));
        var setup = new LoopSetup(new LoopOptions { StepCountMax = int.MaxValue }, 0);
        using var loop = new StepLoop(Enumerable.Range(1, operations), scheduler, clock, setup);
        using var installed = Control.Install(new ReplayControl(loop, clock));
        foreach (var operation in Enumerable.Range(1, operations)) _ = loop.Arrive(operation, () => YieldAsync(StepCount / operations));
        var started = Stopwatch.GetTimestamp();
        loop.Run();
        return loop.Steps.Length / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task YieldAsync(int count)
    {
        for (var i = 0; i < count; i++) await Task.Yield();
    }
}
