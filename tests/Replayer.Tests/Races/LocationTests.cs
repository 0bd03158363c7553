using NUnit.Framework;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Races;

namespace Replayer.Tests.Races;

/// <summary>Which accesses are of one location, and what atomic accesses of it order.</summary>
internal sealed class LocationTests
{
    private readonly object _target = new();
    private RaceDetector _detector = new();
    private Flow _one = new(0);
    private Flow _other = new(1);

    private static IEnumerable<TestCaseData> Pairs(object target, object other) =>
    [
        new TestCaseData(new Location(target, -1, "Count", ""), new Location(target, -1, "Count", "")).Returns(true).SetArgDisplayNames("one field"),
        new TestCaseData(new Location(target, -1, "Count", ""), new Location(target, -1, "Text", "")).Returns(false).SetArgDisplayNames("two fields"),
        new TestCaseData(new Location(target, -1, "Count", ""), new Location(other, -1, "Count", "")).Returns(false).SetArgDisplayNames("two objects"),
        new TestCaseData(new Location(target, 3, "element", ""), new Location(target, 3, "element", "")).Returns(true).SetArgDisplayNames("one element"),
        new TestCaseData(new Location(target, 3, "element", ""), new Location(target, 4, "element", "")).Returns(false).SetArgDisplayNames("two elements"),
        new TestCaseData(new Location(target, -1, "Point", ":X"), new Location(target, -1, "Point", ":Y")).Returns(false).SetArgDisplayNames("two parts"),
        new TestCaseData(new Location(target, -1, "Point", ":X"), new Location(target, -1, "Point", "")).Returns(true).SetArgDisplayNames("part and whole"),
        new TestCaseData(new Location(target, -1, "Line", ":From"), new Location(target, -1, "Line", ":From:X")).Returns(true).SetArgDisplayNames("part and part of it"),
        new TestCaseData(new Location(target, -1, "Line", ":From"), new Location(target, -1, "Line", ":FromOther")).Returns(false).SetArgDisplayNames("parts with one beginning"),
    ];

    private static IEnumerable<TestCaseData> Places => Pairs(new object(), new object());

    [SetUp]
    public void Begin()
    {
        _detector = new RaceDetector();
        (_one, _other) = (_detector.Begin(new Origin(new VectorClock())), _detector.Begin(new Origin(new VectorClock())));
    }

    [TestCaseSource(nameof(Places))]
    public bool Writes_race_where_they_overlap(Location first, Location second)
    {
        _detector.Access(_one, first, Seen.By(_one, "one", isWrite: true));
        _detector.Access(_other, second, Seen.By(_other, "other", isWrite: true));
        return _detector.Races.Count > 0;
    }

    [Test]
    public void Volatile_write_comes_before_the_volatile_read_that_follows()
    {
        Write(_one, "Text");
        Atomic(_one, "IsReady", MemoryUse.VolatileWrite);
        Atomic(_other, "IsReady", MemoryUse.VolatileRead);
        Write(_other, "Text");
        Assert.That(_detector.Races, Is.Empty);
    }

    [Test]
    public void Volatile_read_comes_before_nothing()
    {
        Write(_one, "Text");
        Atomic(_one, "IsReady", MemoryUse.VolatileRead);
        Atomic(_other, "IsReady", MemoryUse.VolatileRead);
        Write(_other, "Text");
        Assert.That(_detector.Races, Has.Count.EqualTo(1));
    }

    [Test]
    public void Volatile_write_of_another_field_orders_nothing()
    {
        Write(_one, "Text");
        Atomic(_one, "IsReady", MemoryUse.VolatileWrite);
        Atomic(_other, "IsOther", MemoryUse.VolatileRead);
        Write(_other, "Text");
        Assert.That(_detector.Races, Has.Count.EqualTo(1));
    }

    [Test]
    public void Interlocked_updates_order_what_is_around_them()
    {
        Write(_one, "Text");
        Atomic(_one, "Count", MemoryUse.AtomicUpdate);
        Atomic(_other, "Count", MemoryUse.AtomicUpdate);
        Write(_other, "Text");
        Assert.That(_detector.Races, Is.Empty);
    }

    [Test]
    public void Atomic_access_that_names_no_location_is_one_of_any()
    {
        Write(_one, "Text");
        _detector.Atomic(_one, null, MemoryUse.AtomicWrite, () => Seen.By(_one, "one", isWrite: true, isAtomic: true));
        Atomic(_other, "IsReady", MemoryUse.VolatileRead);
        Write(_other, "Text");
        Assert.That(_detector.Races, Is.Empty);
    }

    [Test]
    public void Plain_read_of_what_is_exchanged_comes_after_what_was_written_before_the_exchange()
    {
        Write(_one, "Text");
        Atomic(_one, "Current", MemoryUse.AtomicUpdate);
        _detector.Access(_other, At("Current"), Seen.By(_other, "other", isWrite: false));
        _detector.Access(_other, At("Text"), Seen.By(_other, "other", isWrite: false));
        Assert.That(_detector.Races, Is.Empty);
    }

    [Test]
    public void Plain_write_beside_an_atomic_one_is_a_race()
    {
        Atomic(_one, "Count", MemoryUse.AtomicUpdate);
        Write(_other, "Count");
        Assert.That(_detector.Races, Has.Count.EqualTo(1));
    }

    private Location At(string field) => new(_target, -1, field, "");

    private void Write(Flow flow, string field) => _detector.Access(flow, At(field), Seen.By(flow, field, isWrite: true));

    private void Atomic(Flow flow, string field, MemoryUse use) =>
        _detector.Atomic(flow, At(field), use, () => Seen.By(flow, field, use is not (MemoryUse.VolatileRead or MemoryUse.AtomicRead), isAtomic: true));
}
