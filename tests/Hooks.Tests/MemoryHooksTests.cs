using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

[NonParallelizable]
internal sealed class MemoryHooksTests
{
    private MemoryJournal _journal = new();

    [SetUp]
    public void SetUp() => _journal = new MemoryJournal();

    [Test]
    public void Nothing_is_told_where_nothing_is_installed()
    {
        UseAll();
        Assert.That(_journal.Entries, Is.Empty);
    }

    [Test]
    public void Nothing_is_told_where_the_control_watches_no_memory()
    {
        using var installed = ReplayKit.Hooks.Control.Install(new RecordingControl());
        UseAll();
        Assert.That(_journal.Entries, Is.Empty);
    }

    [Test]
    public void Nothing_is_told_of_a_thread_that_is_not_under_control()
    {
        using var installed = ReplayKit.Hooks.Control.Install(new RecordingControl { Memory = _journal, IsInControl = false });
        UseAll();
        Assert.That(_journal.Entries, Is.Empty);
    }

    [Test]
    public void Each_access_is_told_with_its_target_and_its_index()
    {
        using var installed = ReplayKit.Hooks.Control.Install(new RecordingControl { Memory = _journal });
        UseAll();
        Assert.That(_journal.Entries, Is.EqualTo(new[] { "Read String -1 field", "Write RuntimeType -1 static", "Write Int32[] 2 element", "ShareWrite List`1 -1 shared", "AtomicUpdate  -1 unnamed" }));
    }

    private static void UseAll()
    {
        MemoryHooks.Field("target", MemoryUse.Read, "field");
        MemoryHooks.Static(typeof(Version).TypeHandle, MemoryUse.Write, "static");
        MemoryHooks.Element(new int[3], 2, MemoryUse.Write, "element");
        MemoryHooks.Share(new List<int>(), MemoryUse.ShareWrite, "shared");
        MemoryHooks.Share(new int[3], MemoryUse.ShareRead, "of another kind");
        MemoryHooks.Share(null, MemoryUse.ShareRead, "none");
        MemoryHooks.Field(null, MemoryUse.AtomicUpdate, "unnamed");
    }
}
