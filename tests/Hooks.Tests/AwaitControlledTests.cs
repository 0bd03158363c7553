using Hooks.Tests.Awaiters;
using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>Woven awaits under control.</summary>
internal sealed class AwaitControlledTests
{
    private RecordingControl _control = null!;
    private IDisposable _installed = null!;

    [SetUp]
    public void Install() => _installed = Control.Install(_control = new RecordingControl());

    [TearDown]
    public void Uninstall() => _installed.Dispose();

    [Test]
    public void AfterIsCompleted_is_decided_by_the_control([Values] bool isCompleted, [Values] bool continues)
    {
        _control.Continues = continues;

        Assert.That(AwaitHooks.AfterIsCompleted(isCompleted, "site"), Is.EqualTo(continues));
        Assert.That(_control.Calls, Is.EqualTo([$"ContinuesSynchronously {isCompleted} site"]));
    }

    [Test]
    public async Task Await_suspends_at_the_control_and_resumes_when_it_says()
    {
        var source = new TaskCompletionSource<int>();
        var waiting = RunAsync(async () => await Woven.Of(source.Task));
        Assert.That(_control.Calls, Is.EqualTo([$"ContinuesSynchronously False {Woven.Site}", $"Suspend {Woven.Site}"]));

        source.SetResult(7);
        Assert.That(waiting.IsCompleted, Is.False);
        _control.Suspended.Single().Continuation();

        Assert.That(await waiting, Is.EqualTo(7));
    }

    [Test]
    public async Task Await_complete_task_suspends_when_the_control_says_so()
    {
        _control.Continues = false;
        var waiting = RunAsync(static async () => await Woven.Of(Task.FromResult(7)));
        Assert.That((waiting.IsCompleted, _control.Suspended.Single().Pending.IsCompleted), Is.EqualTo((false, true)));

        _control.Suspended.Single().Continuation();

        Assert.That(await waiting, Is.EqualTo(7));
    }

    [Test]
    public void Await_awaiter_of_the_programs_own_gets_no_continuation([Values] bool flowsContext)
    {
        var signal = new Signal();
        var awaiter = new StructAwaiter(signal);
        Action continuation = static () => { };
        var hook = AwaitHooks.Wrap(ref awaiter, "site");

        if (flowsContext) hook.OnCompleted(continuation);
        else hook.UnsafeOnCompleted(continuation);

        Assert.That(signal.Registered, Is.Empty);
        Assert.That(_control.Suspended.Single().Continuation, Is.SameAs(continuation));
    }

    [Test]
    public async Task Await_exception_reaches_the_method_when_it_is_resumed()
    {
        var failure = new InvalidDataException("broken");
        var waiting = RunAsync(async () => await Woven.Of(Task.FromException<int>(failure).ConfigureAwait(ConfigureAwaitOptions.ForceYielding)));

        _control.Suspended.Single().Continuation();

        Assert.That(async () => await waiting, Throws.Exception.SameAs(failure));
        await Task.CompletedTask;
    }

    [Test]
    public async Task Await_method_that_left_control_resumes_at_the_control_that_suspended_it()
    {
        var source = new TaskCompletionSource<int>();
        var awaiter = source.Task.GetAwaiter();
        var hook = AwaitHooks.Wrap(ref awaiter, "site");
        _control.IsInControl = false;

        hook.UnsafeOnCompleted(static () => { });

        Assert.That(_control.Calls, Is.EqualTo(["Suspend site"]));
        await Task.CompletedTask;
    }

    [Test]
    public void Suspend_that_throws_leaves_the_continuation_with_the_awaiter([Values] bool flowsContext)
    {
        _control.Throws = "Suspend";
        var signal = new Signal();
        var awaiter = new StructAwaiter(signal);
        var resumptions = 0;
        var hook = AwaitHooks.Wrap(ref awaiter, "site");

        Assert.That(() => Hand(hook, () => resumptions++, flowsContext), Throws.TypeOf<ControlFailedException>());
        Assert.That(resumptions, Is.Zero);
        signal.Set(7);

        Assert.That(resumptions, Is.EqualTo(1));
        Assert.That(signal.Registered, Is.EqualTo([flowsContext ? "OnCompleted" : "UnsafeOnCompleted"]));
    }

    [Test]
    public void ContinuesSynchronously_that_throws_ends_the_method_with_it()
    {
        _control.Throws = "ContinuesSynchronously";
        var waiting = RunAsync(static async () => await Woven.Of(Task.FromResult(7)));

        Assert.That(async () => await waiting, Throws.TypeOf<ControlFailedException>());
    }

    [Test]
    public void Enter_takes_the_context_away_and_exit_puts_it_back()
    {
        var context = new CountingContext();

        var seen = context.Run(static () =>
        {
            var taken = CompletionHooks.Enter();
            var inside = SynchronizationContext.Current;
            CompletionHooks.Exit(taken);
            return (taken, inside, SynchronizationContext.Current);
        });

        Assert.That(seen, Is.EqualTo((context, (SynchronizationContext?)null, context)));
    }

    [Test]
    public void Enter_without_a_context_takes_nothing_away()
    {
        SynchronizationContext.SetSynchronizationContext(null);

        Assert.That(CompletionHooks.Enter(), Is.Null);
        CompletionHooks.Exit(null);
        Assert.That(SynchronizationContext.Current, Is.Null);
    }

    [Test]
    public void HookAwaiter_equals_itself_alone()
    {
        var awaiter = Task.CompletedTask.GetAwaiter();
        var (hook, other) = (AwaitHooks.Wrap(ref awaiter, "site"), AwaitHooks.Wrap(ref awaiter, "site"));
        var copy = hook;

        Assert.That(hook == copy && hook.Equals((object)copy) && hook.GetHashCode() == copy.GetHashCode());
        Assert.That(hook != other && !hook.Equals((object)other) && !hook.Equals("site"));
    }

    private static void Hand(HookAwaiter hook, Action continuation, bool flowsContext)
    {
        if (flowsContext) hook.OnCompleted(continuation);
        else hook.UnsafeOnCompleted(continuation);
    }

    private static Task<int> RunAsync(Func<Task<int>> method) => method();
}
