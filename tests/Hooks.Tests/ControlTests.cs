using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

internal sealed class ControlTests
{
    [Test]
    public void Current_nothing_installed_is_null() => Assert.That(Control.Current, Is.Null);

    [Test]
    public void Install_no_control_is_refused() => Assert.That(static () => Control.Install(null!), Throws.ArgumentNullException);

    [Test]
    public void Current_installed_is_told_where_it_is_in_control()
    {
        var control = new RecordingControl();
        using (Control.Install(control))
        {
            Assert.That(Control.Current, Is.SameAs(control));
            control.IsInControl = false;
            Assert.That(Control.Current, Is.Null);
        }

        control.IsInControl = true;
        Assert.That(Control.Current, Is.Null);
    }

    [Test]
    public void Install_nested_is_refused_and_leaves_the_first()
    {
        var first = new RecordingControl();
        using var installed = Control.Install(first);

        Assert.That(static () => Control.Install(new RecordingControl()), Throws.InvalidOperationException.With.Message.Contains("cannot overlap"));
        Assert.That(() => Control.Install(first), Throws.InvalidOperationException);
        Assert.That(Control.Current, Is.SameAs(first));
    }

    [Test]
    public void Install_after_the_first_ended_takes_its_place()
    {
        Control.Install(new RecordingControl()).Dispose();
        var second = new RecordingControl();
        using var installed = Control.Install(second);

        Assert.That(Control.Current, Is.SameAs(second));
    }

    [Test]
    public void Dispose_again_leaves_a_later_installation_alone([Values] bool isSameControl)
    {
        var first = new RecordingControl();
        var ended = Control.Install(first);
        ended.Dispose();
        var second = isSameControl ? first : new RecordingControl();
        using var installed = Control.Install(second);

        ended.Dispose();

        Assert.That(Control.Current, Is.SameAs(second));
    }

    [Test]
    public void Install_from_many_threads_one_wins()
    {
        for (var round = 0; round < 50; round++)
        {
            var installations = new IDisposable?[4];
            using var start = new Barrier(installations.Length);
            var threads = Enumerable.Range(0, installations.Length).Select(index => new Thread(() =>
            {
                start.SignalAndWait();
                try
                {
                    installations[index] = Control.Install(new RecordingControl());
                }
                catch (InvalidOperationException)
                {
                    // Lost: the slot stays empty.
                }
            })).ToList();
            threads.ForEach(static thread => thread.Start());
            threads.ForEach(static thread => thread.Join());

            var winner = installations.OfType<IDisposable>().ToList();
            Assert.That(winner, Has.Count.EqualTo(1));
            Assert.That(Control.Current, Is.Not.Null);
            winner[0].Dispose();
            Assert.That(Control.Current, Is.Null);
        }
    }
}
