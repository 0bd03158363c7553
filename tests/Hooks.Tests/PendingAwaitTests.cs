using System.Runtime.CompilerServices;
using Hooks.Tests.Awaiters;
using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

internal sealed class PendingAwaitTests
{
    [Test]
    public void Task_awaiters_lead_to_their_task()
    {
        var source = new TaskCompletionSource<int>();
        var task = source.Task;
        var pending = new[]
        {
            Pending(((Task)task).GetAwaiter()),
            Pending(task.GetAwaiter()),
            Pending(((Task)task).ConfigureAwait(false).GetAwaiter()),
            Pending(task.ConfigureAwait(false).GetAwaiter()),
            Pending(new ValueTask(task).GetAwaiter()),
            Pending(new ValueTask<int>(task).GetAwaiter()),
            Pending(new ValueTask(task).ConfigureAwait(false).GetAwaiter()),
            Pending(new ValueTask<int>(task).ConfigureAwait(false).GetAwaiter()),
        };

        Assert.That(pending.Select(static one => one.Task), Is.All.SameAs(task));
        Assert.That(pending.Select(static one => (one.CanBeAsked, one.IsYield, one.IsCompleted)), Is.All.EqualTo((true, false, false)));
        source.SetResult(7);
        Assert.That(pending.Select(static one => one.IsCompleted), Is.All.True);
    }

    [Test]
    public void Task_forced_to_yield_is_complete_when_its_task_is()
    {
        var pending = Pending(Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding).GetAwaiter());

        Assert.That((pending.IsCompleted, pending.Task), Is.EqualTo((true, Task.CompletedTask)));
    }

    [Test]
    public void ValueTask_with_a_result_has_no_task_and_is_complete()
    {
        var pending = Pending(new ValueTask<int>(7).GetAwaiter());

        Assert.That((pending.Task, pending.CanBeAsked, pending.IsCompleted), Is.EqualTo(((Task?)null, true, true)));
    }

    [Test]
    public void ValueTask_of_a_source_has_no_task_and_asks_the_source()
    {
        var source = new ManualSource();
        var pending = Pending(source.Task.ConfigureAwait(false).GetAwaiter());
        Assert.That((pending.Task, pending.CanBeAsked, pending.IsCompleted), Is.EqualTo(((Task?)null, true, false)));

        source.Set(7);

        Assert.That(pending.IsCompleted);
    }

    [Test]
    public void Yield_waits_for_nothing_and_cannot_be_asked()
    {
        var pending = Pending(Task.Yield().GetAwaiter());

        Assert.That((pending.IsYield, pending.CanBeAsked, pending.IsCompleted, pending.Task), Is.EqualTo((true, false, false, (Task?)null)));
    }

    [Test]
    public void Awaiters_of_the_programs_own_are_asked_themselves()
    {
        var signal = new Signal();
        var pending = new[] { Pending(new ObjectAwaiter(signal)), Pending(new StructAwaiter(signal)), Pending(new HidingAwaiter(signal)) };

        Assert.That(pending.Select(static one => (one.Task, one.CanBeAsked, one.IsYield, one.IsCompleted)), Is.All.EqualTo(((Task?)null, true, false, false)));
        signal.Set(7);
        Assert.That(pending.Select(static one => one.IsCompleted), Is.All.True);
    }

    [Test]
    public void Awaiter_that_only_calls_back_cannot_be_asked()
    {
        var pending = Pending(new AnyAnswerAwaiter(new Signal()));

        Assert.That((pending.CanBeAsked, pending.IsCompleted), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task OnCompleted_calls_back_without_the_context_and_keeps_it_current()
    {
        var context = new CountingContext();
        var source = new TaskCompletionSource();
        var pending = Pending(source.Task.GetAwaiter());
        var called = new TaskCompletionSource();

        var current = context.Run(() =>
        {
            pending.OnCompleted(called.SetResult);
            return SynchronizationContext.Current;
        });
        source.SetResult();
        await called.Task;

        Assert.That((current, context.Posts), Is.EqualTo((context, 0)));
    }

    [Test]
    public void OnCompleted_prefers_the_critical_interface()
    {
        var signal = new Signal();

        Pending(new StructAwaiter(signal)).OnCompleted(static () => { });
        Pending(new ObjectAwaiter(signal)).OnCompleted(static () => { });

        Assert.That(signal.Registered, Is.EqualTo(["UnsafeOnCompleted", "OnCompleted"]));
    }

    private static PendingAwait Pending<TAwaiter>(TAwaiter awaiter)
        where TAwaiter : INotifyCompletion
    {
        var control = new RecordingControl();
        using var installed = Control.Install(control);
        AwaitHooks.Wrap(ref awaiter, "site").OnCompleted(static () => { });
        return control.Suspended.Single().Pending;
    }
}
