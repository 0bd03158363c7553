using NUnit.Framework;
using ReplayKit.Hooks;

namespace Hooks.Tests;

/// <summary>Woven code's chance where nothing controls it: the real one, which does not repeat itself.</summary>
[TestFixture(false)]
[TestFixture(true)]
internal sealed class ChanceHarmlessTests(bool isInstalledElsewhere)
{
    private readonly RecordingControl _elsewhere = new() { IsInControl = false };
    private IDisposable? _installed;

    [SetUp]
    public void Install() => _installed = isInstalledElsewhere ? Control.Install(_elsewhere) : null;

    [TearDown]
    public void Uninstall() => _installed?.Dispose();

    [Test]
    public void Random_without_a_seed_does_not_repeat_itself()
    {
        foreach (var random in new[] { RandomHooks.Create(), RandomHooks.Shared })
        {
            Assert.That(Enumerable.Range(0, 4).Select(_ => random.NextInt64()).Distinct().Count(), Is.EqualTo(4));
            Assert.That(random.Next(5, 7), Is.InRange(5, 6));
            Assert.That(random.NextDouble(), Is.InRange(0, 1));
            Assert.That(() => random.Next(2, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => random.NextBytes(null!), Throws.ArgumentNullException);
        }

        Assert.That(RandomHooks.Create(5).Next(), Is.EqualTo(new Random(5).Next()));
    }

    [Test]
    public void Ids_are_the_real_ones()
    {
        var (a, b) = (GuidHooks.NewGuid(), GuidHooks.NewGuid());
        Assert.That(a, Is.Not.EqualTo(b));
        Assert.That((a.Version, GuidHooks.CreateVersion7().Version, GuidHooks.CreateVersion7(DateTimeOffset.UtcNow).Version), Is.EqualTo((4, 7, 7)));
        Assert.That(GuidHooks.CreateVersion7().ToString()[..6], Is.EqualTo(Guid.CreateVersion7().ToString()[..6]));
    }

    [Test]
    public void Keys_do_not_repeat_themselves()
    {
        using var generator = RandomNumberGeneratorHooks.Create();
        var keys = new[] { RandomNumberGeneratorHooks.GetBytes(16), RandomNumberGeneratorHooks.GetBytes(16), new byte[16], new byte[16], new byte[16] };
        RandomNumberGeneratorHooks.Fill(keys[2]);
        generator.GetBytes(keys[3]);
        generator.GetNonZeroBytes(keys[4]);

        Assert.That(keys.Select(Convert.ToHexString).Distinct().Count(), Is.EqualTo(keys.Length));
        Assert.That(keys[4], Has.None.EqualTo(0));
        Assert.That(RandomNumberGeneratorHooks.GetHexString(20, true), Has.Length.EqualTo(20).And.Match("^[0-9a-f]*$"));
        Assert.That(RandomNumberGeneratorHooks.GetString("ab", 9), Does.Match("^[ab]{9}$"));
        Assert.That(RandomNumberGeneratorHooks.GetItems<int>([1, 2], 3), Is.All.InRange(1, 2));
        Assert.That(RandomNumberGeneratorHooks.GetInt32(3), Is.InRange(0, 2));
        Assert.That(static () => RandomNumberGeneratorHooks.GetInt32(2, 2), Throws.ArgumentException);
        Assert.That(static () => RandomNumberGeneratorHooks.GetBytes(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Names_of_files_are_the_real_ones()
    {
        var path = PathHooks.GetTempFileName();
        Assert.That(File.Exists(path));
        File.Delete(path);
        Assert.That(PathHooks.GetRandomFileName(), Has.Length.EqualTo(Path.GetRandomFileName().Length));
    }
}
