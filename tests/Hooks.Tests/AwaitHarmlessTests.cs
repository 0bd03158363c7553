using Hooks.Tests.Awaiters;
using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>Woven awaits where nothing controls them: they do what the source says.</summary>
[TestFixture(false)]
[TestFixture(true)]
internal sealed class AwaitHarmlessTests(bool isInstalledElsewhere)
{
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
    public void AfterIsCompleted_says_what_the_awaiter_said([Values] bool isCompleted) =>
        Assert.That(AwaitHooks.AfterIsCompleted(isCompleted, Woven.Site), Is.EqualTo(isCompleted));

    [Test]
    public async Task Await_complete_task_goes_on() => Assert.That(await Woven.Of(Task.FromResult(7)), Is.EqualTo(7));

    [Test]
    public async Task Await_task_that_completes_later_resumes()
    {
        var source = new TaskCompletionSource<int>();
        var waiting = new[]
        {
            RunAsync(async () => await Woven.Of(source.Task)),
            RunAsync(async () => await Woven.Of((Task)source.Task) + 7),
            RunAsync(async () => await Woven.Of(source.Task.ConfigureAwait(false))),
            RunAsync(async () => await Woven.Of(source.Task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding))),
            RunAsync(async () => await Woven.Of(new ValueTask<int>(source.Task))),
            RunAsync(async () => await Woven.Of(new ValueTask(source.Task)) + 7),
            RunAsync(async () => await Woven.Of(new ValueTask<int>(source.Task).ConfigureAwait(false))),
        };
        Assert.That(waiting.Select(static task => task.IsCompleted), Is.All.False);

        source.SetResult(7);

        Assert.That(await Task.WhenAll(waiting), Is.All.EqualTo(7));
    }

    [Test]
    public async Task Await_value_task_without_a_task_resumes()
    {
        var source = new ManualSource();
        var waiting = RunAsync(async () => await Woven.Of(source.Task));

        source.Set(7);

        Assert.That(await waiting, Is.EqualTo(7));
    }

    [Test]
    public async Task Await_yield_resumes() => Assert.That(await RunAsync(static async () => await Woven.Of(Task.Yield())), Is.Zero);

    [Test]
    public async Task Await_awaiter_of_the_programs_own_is_asked_as_written()
    {
        var (plain, critical) = (new Signal(), new Signal());
        var onPlain = RunAsync(async () => await Woven.Of(new ObjectAwaiter(plain)));
        var onCritical = RunAsync(async () => await Woven.Of(new StructAwaiter(critical)));

        plain.Set(1);
        critical.Set(2);

        Assert.That((await onPlain, await onCritical), Is.EqualTo((1, 2)));
        Assert.That(plain.Registered, Is.EqualTo(["OnCompleted"]));
        Assert.That(critical.Registered, Is.EqualTo(["UnsafeOnCompleted"]));
    }

    [Test]
    public void OnCompleted_asked_to_flow_the_context_asks_the_awaiter_so()
    {
        var signal = new Signal();
        var awaiter = new StructAwaiter(signal);

        AwaitHooks.Wrap(ref awaiter, Woven.Site).OnCompleted(static () => { });

        Assert.That(signal.Registered, Is.EqualTo(["OnCompleted"]));
    }

    [Test]
    public void Await_task_that_fails_throws_what_it_failed_with()
    {
        var failure = new InvalidDataException("broken");
        var source = new TaskCompletionSource<int>();
        var waiting = RunAsync(async () => await Woven.Of(source.Task));

        source.SetException(failure);

        Assert.That(async () => await waiting, Throws.Exception.SameAs(failure));
    }

    [Test]
    public void Await_value_task_that_fails_throws_what_it_failed_with()
    {
        var failure = new InvalidDataException("broken");
        var source = new ManualSource();
        var waiting = RunAsync(async () => await Woven.Of(source.TaskWithoutResult));

        source.Fail(failure);

        Assert.That(async () => await waiting, Throws.Exception.SameAs(failure));
    }

    [Test]
    public async Task Await_task_that_is_cancelled_throws_with_its_token()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new TaskCompletionSource<int>();
        var waiting = RunAsync(async () => await Woven.Of(source.Task));

        await cancellation.CancelAsync();
        source.SetCanceled(cancellation.Token);

        var thrown = await Assert.CatchAsync<OperationCanceledException>(async () => await waiting);
        Assert.That(thrown!.CancellationToken, Is.EqualTo(cancellation.Token));
        Assert.That(waiting.IsCanceled);
    }

    [Test]
    public async Task Await_failure_that_is_suppressed_goes_on()
    {
        var failed = Task.FromException(new InvalidDataException());

        Assert.That(await Woven.Of(failed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)), Is.Zero);
    }

    [Test]
    public async Task Await_context_is_returned_to_unless_configured_away()
    {
        var (kept, left) = (new CountingContext(), new CountingContext());
        var source = new TaskCompletionSource<int>();
        var waiting = new[]
        {
            kept.Run(() => RunAsync(async () => await Woven.Of(source.Task))),
            left.Run(() => RunAsync(async () => await Woven.Of(source.Task.ConfigureAwait(false)))),
        };

        source.SetResult(7);
        await Task.WhenAll(waiting);

        Assert.That((kept.Posts, left.Posts), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Await_values_that_flow_are_kept()
    {
        var flowing = new AsyncLocal<string> { Value = "outer" };
        var source = new TaskCompletionSource<int>();
        var waiting = RunAsync(async () =>
        {
            flowing.Value = "inner";
            await Woven.Of(source.Task);
            return flowing.Value.Length + (flowing.Value == "inner" ? 100 : 0);
        });

        source.SetResult(0);

        Assert.That(await waiting, Is.EqualTo(105));
        Assert.That(flowing.Value, Is.EqualTo("outer"));
    }

    [Test]
    public void Enter_takes_no_context_away()
    {
        var context = new CountingContext();

        var (taken, current) = context.Run(static () => (CompletionHooks.Enter(), SynchronizationContext.Current));
        var afterwards = context.Run(static () =>
        {
            CompletionHooks.Exit(null);
            return SynchronizationContext.Current;
        });

        Assert.That((taken, current, afterwards), Is.EqualTo(((SynchronizationContext?)null, context, context)));
    }

    private static Task<int> RunAsync(Func<Task<int>> method) => method();
}
