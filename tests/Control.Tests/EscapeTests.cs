using System.Reflection;
using NUnit.Framework;
using ReplayKit;

namespace Control.Tests;

/// <summary>What counts as work that left control, and what does not.</summary>
internal sealed class EscapeTests
{
    private const int ScheduleCount = 20;

    // By reflection, so that the weaver does not see it: as code of a package does.
    private static readonly MethodInfo s_queue = typeof(ThreadPool).GetMethod(nameof(ThreadPool.UnsafeQueueUserWorkItem), [typeof(WaitCallback), typeof(object)])!;

    [Test]
    public async Task Waking_what_waits_is_no_escape_of_its_own()
    {
        var result = await Exploration.RunAsync(
            static async _ =>
            {
                using var gate = new SemaphoreSlim(0);
                var forced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var plain = new TaskCompletionSource();
                var waiting = Task.WhenAll(AwaitAsync(gate.WaitAsync()), AwaitAsync(forced.Task), AwaitAsync(plain.Task));
                // While it is waited for, the waits above are told of as well.
                await Escape();
                gate.Release();
                forced.SetResult();
                // As code does that is not woven: with the operation's context.
                typeof(TaskCompletionSource).GetMethod(nameof(TaskCompletionSource.SetResult), Type.EmptyTypes)!.Invoke(plain, null);
                await waiting;
            },
            new ExplorationOptions { Schedules = ScheduleCount });

        Assert.That(result.FirstFailure?.Outcome, Is.Null, () => $"{result.FirstFailure!.Exception}");
        Assert.That(result.Escaped.Sum(static work => work.Count), Is.EqualTo(ScheduleCount), () => string.Join("\n\n", result.Escaped.Select(static work => $"{work.Count}\n{string.Join('\n', work.Stack)}")));
    }

    private static Task Escape()
    {
        var came = new TaskCompletionSource();
        WaitCallback come = static came => ((TaskCompletionSource)came!).SetResult();
        s_queue.Invoke(null, [come, came]);
        return came.Task;
    }

    private static async Task AwaitAsync(Task task) => await task.ConfigureAwait(false);
}
