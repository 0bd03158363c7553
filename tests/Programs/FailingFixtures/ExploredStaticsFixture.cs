using NUnit.Framework;
using ReplayKit;

namespace FailingFixtures;

/// <summary>Static fields: what the set-up of a schedule left there is there, what an earlier schedule left is not.</summary>
public sealed class ExploredStaticsFixture
{
    [SetUp]
    public void SetUp() => Shelf.Items.Add("set-up");

    [Explore(Schedules = 5)]
    public async Task Finds_what_its_own_set_up_left_and_nothing_else(Replay replay)
    {
        Assert.That(Shelf.Items, Is.EqualTo(["set-up"]));
        Assert.That(Drawer.Items, Is.Empty);
        await replay.RunAsync(AddAsync, AddAsync);
        Assert.That(Shelf.Items, Has.Count.EqualTo(3));
        Assert.That(Drawer.Items, Has.Count.EqualTo(2));
    }

    private static async Task AddAsync()
    {
        await Task.Yield();
        Shelf.Items.Add("body");
        Drawer.Items.Add("body");
    }

    /// <summary>Initialised by the set-up.</summary>
    private static class Shelf
    {
        public static readonly List<string> Items = [];
    }

    /// <summary>Initialised by the first schedule.</summary>
    private static class Drawer
    {
        public static readonly List<string> Items = [];
    }
}
