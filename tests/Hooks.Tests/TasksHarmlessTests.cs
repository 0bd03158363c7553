using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>What woven code calls for tasks, where nothing controls it: what the members do.</summary>
[TestFixture(false)]
[TestFixture(true)]
internal sealed class TasksHarmlessTests(bool isInstalledElsewhere)
{
    private const string Site = "";
    private readonly RecordingControl _elsewhere = new() { IsInControl = false };
    private IDisposable? _installed;

    [SetUp]
    public void Install() => _installed = isInstalledElsewhere ? Control.Install(_elsewhere) : null;

    [TearDown]
    public void Uninstall()
    {
        _installed?.Dispose();
        Assert.That(_elsewhere.Calls, Is.Empty);
    }

    [Test]
    public async Task Tasks_run_on_the_thread_pool()
    {
        Task<bool>[] onPool =
        [
            TaskRunHooks.Run(IsOnPool, Site), TaskRunHooks.Run(() => Task.FromResult(IsOnPool()), Site), StartNewHooks.StartNew(Task.Factory, IsOnPool, Site),
            StartNewHooks.StartNew(new TaskFactory<bool>(), IsOnPool, Site), ContinueWithHooks.ContinueWith(Task.Delay(1), _ => IsOnPool(), Site),
            ContinueWhenAllHooks.ContinueWhenAll(new TaskFactory<bool>(), [Task.Delay(1)], _ => IsOnPool(), Site),
            ContinueWhenAnyHooks.ContinueWhenAny(Task.Factory, [Task.Delay(1)], _ => IsOnPool(), Site),
        ];

        Assert.That(await Task.WhenAll(onPool), Is.All.True);
    }

    [Test]
    public async Task Cold_tasks_start_when_told()
    {
        var (cold, here) = (TaskCreateHooks.Create(IsOnPool), TaskCreateHooks.Create(static () => Environment.CurrentManagedThreadId));
        Assert.That(cold.Status, Is.EqualTo(TaskStatus.Created));

        var thread = Environment.CurrentManagedThreadId;

        TaskStartHooks.Start(cold, TaskScheduler.Default, Site);
        TaskStartHooks.RunSynchronously(here, Site);

        Assert.That((await cold, TaskWaitHooks.Result(here, Site)), Is.EqualTo((true, thread)));
    }

    [Test]
    public void Waits_are_the_real_ones()
    {
        var never = new TaskCompletionSource().Task;

        TaskWaitHooks.Wait(Task.Delay(1), Site);
        TaskWaitHooks.WaitAll([Task.Delay(1)], Site);

        Assert.That(TaskWaitHooks.Wait(never, 1, Site) || TaskWaitHooks.WaitAll([never], TimeSpan.FromMilliseconds(1), Site), Is.False);
        Assert.That((TaskWaitHooks.WaitAny([never, Task.Delay(1)], Site), TaskWaitHooks.WaitAny([never], 1, Site)), Is.EqualTo((1, -1)));
        Assert.That(() => TaskWaitHooks.Wait(never, -2, Site), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(static () => TaskWaitHooks.WaitAll((Task[])null!, Site), Throws.ArgumentNullException);
        Assert.That(static () => TaskWaitHooks.WaitAny([null!], Site), Throws.ArgumentException);
    }

    [Test]
    public async Task Many_become_one_as_by_the_members()
    {
        var slow = Task.Delay(TimeSpan.FromHours(1));
        var each = new List<int>();
        await foreach (var task in TaskWhenHooks.WhenEach([Task.FromResult(1), Task.FromResult(2)])) each.Add(await task);

        Assert.That(await TaskWhenHooks.WhenAll([Task.FromResult(1), Task.FromResult(2)], Site), Is.EqualTo([1, 2]));
        Assert.That(await TaskWhenHooks.WhenAny(slow, Task.CompletedTask, Site), Is.EqualTo(Task.CompletedTask));
        Assert.That(each, Is.EqualTo([1, 2]));
        Assert.That(await TaskWhenHooks.Unwrap(Task.FromResult(Task.FromResult(3)), Site), Is.EqualTo(3));
        Assert.That(() => WaitAsyncHooks.WaitAsync(slow, TimeSpan.FromMilliseconds(1), Site), Throws.TypeOf<TimeoutException>());
        Assert.That(static () => TaskWhenHooks.WhenAll([null!], Site), Throws.ArgumentException);
    }

    [Test]
    public void Sources_are_completed_once()
    {
        var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);

        TaskCompletionSourceHooks.SetResult(source, 1, Site);

        Assert.That(TaskCompletionSourceHooks.TrySetCanceled(source, Site), Is.False);
        Assert.That(() => TaskCompletionSourceHooks.SetResult(source, 2, Site), Throws.InvalidOperationException);
        Assert.That(TaskStatusHooks.IsCompletedSuccessfully(source.Task, Site) && TaskStatusHooks.Status(source.Task, Site) == TaskStatus.RanToCompletion);
        Assert.That(TaskStatusHooks.Id(source.Task), Is.EqualTo(source.Task.Id));
    }

    [Test]
    public void Awaiters_block_and_call_back()
    {
        var (awaiter, value) = (Task.Delay(1).GetAwaiter(), new ValueTask<int>(Task.Run(static () => 2)));
        using var called = new ManualResetEventSlim();

        AwaiterHooks.OnCompleted(ref awaiter, called.Set, Site);
        AwaiterHooks.GetResult(ref awaiter, Site);

        called.Wait();
        Assert.That(ValueTaskHooks.AsTask(ref value, Site).Result, Is.EqualTo(2));
        Assert.That(ValueTaskHooks.Result(ref value, Site), Is.EqualTo(2));
        Assert.That(AsyncEnumerableHooks.ToBlockingEnumerable(NumbersAsync(), CancellationToken.None, Site), Is.EqualTo([1]));
    }

    [Test]
    public async Task Begun_calls_end_on_the_thread_pool()
    {
        var begun = TaskToAsyncResult.Begin(Task.Delay(5), null, null);

        Assert.That(await FromAsyncHooks.FromAsync(Task.Factory, begun, static _ => IsOnPool(), Site));
    }

    [Test]
    public void Schedulers_are_the_real_ones()
    {
        var pair = SchedulerPairHooks.Create(Site);

        Assert.That(TaskSchedulerHooks.Id(TaskScheduler.Default), Is.EqualTo(TaskScheduler.Default.Id));
        Assert.That(StartNewHooks.StartNew(Task.Factory, IsOnPool, CancellationToken.None, TaskCreationOptions.None, pair.ExclusiveScheduler, Site).Result);
        Assert.That(SynchronizationContextHooks.Current, Is.EqualTo(SynchronizationContext.Current));
    }

    private static bool IsOnPool() => Thread.CurrentThread.IsThreadPoolThread;

    private static async IAsyncEnumerable<int> NumbersAsync()
    {
        await Task.Yield();
        yield return 1;
    }
}
