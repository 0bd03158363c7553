using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>Woven code's cancellation where nothing controls it: the real one.</summary>
[TestFixture(false)]
[TestFixture(true)]
internal sealed class CancellationHarmlessTests(bool isInstalledElsewhere)
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
    public async Task Source_with_a_delay_cancels_itself()
    {
        using var one = CancellationTokenSourceHooks.Create(1);
        using var two = CancellationTokenSourceHooks.Create(TimeSpan.FromMilliseconds(1));
        using var three = CancellationTokenSourceHooks.Create(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        using var four = CancellationTokenSourceHooks.Create();
        CancellationTokenSourceHooks.CancelAfter(four, 1000);
        Assert.That(CancellationTokenSourceHooks.TryReset(four));
        CancellationTokenSourceHooks.CancelAfter(four, TimeSpan.FromMilliseconds(1));
        foreach (var source in new[] { one, two, three, four }) await Assert.CatchAsync<OperationCanceledException>(async () => await Task.Delay(Timeout.Infinite, source.Token));

        Assert.That(CancellationTokenSourceHooks.IsCancellationRequested(one, Site));
        Assert.That(CancellationTokenSourceHooks.TryReset(one), Is.False);
        Assert.That(static () => CancellationTokenSourceHooks.Create(-2), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task Callbacks_run_unless_they_were_taken_out()
    {
        var text = "";
        using var source = new CancellationTokenSource();
        var token = source.Token;
        var registrations = new[]
        {
            CancellationTokenHooks.Register(ref token, () => text += "1"), CancellationTokenHooks.Register(ref token, () => text += "2", false),
            CancellationTokenHooks.Register(ref token, _ => text += "3", null), CancellationTokenHooks.Register(ref token, _ => text += "4", null, false),
            CancellationTokenHooks.Register(ref token, (_, _) => text += "5", null), CancellationTokenHooks.UnsafeRegister(ref token, _ => text += "6", null),
            CancellationTokenHooks.UnsafeRegister(ref token, (_, _) => text += "7", null),
        };
        Assert.That(CancellationTokenRegistrationHooks.Unregister(ref registrations[0]));
        CancellationTokenRegistrationHooks.Dispose(ref registrations[1], Site);
        await CancellationTokenRegistrationHooks.DisposeAsync(ref registrations[2]);
        Assert.That(CancellationTokenHooks.IsCancellationRequested(ref token, Site), Is.False);

        CancellationTokenSourceHooks.Cancel(source, Site);

        Assert.That(text, Is.EqualTo("7654"));
        Assert.That(() => CancellationTokenHooks.ThrowIfCancellationRequested(ref token, Site), Throws.TypeOf<OperationCanceledException>());
    }

    [Test]
    public async Task Cancel_in_each_form_cancels()
    {
        using var one = new CancellationTokenSource();
        using var two = new CancellationTokenSource();
        CancellationTokenSourceHooks.Cancel(one, true, Site);
        await CancellationTokenSourceHooks.CancelAsync(two, Site);

        Assert.That(one.IsCancellationRequested && two.IsCancellationRequested);
    }
}
