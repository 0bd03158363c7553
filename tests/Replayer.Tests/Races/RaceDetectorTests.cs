using NUnit.Framework;
using ReplayKit.Replayer.Races;

namespace Replayer.Tests.Races;

/// <summary>What orders accesses for the detector, and what does not.</summary>
internal sealed class RaceDetectorTests
{
    private static readonly object s_target = new();
    private static readonly Location s_field = new(s_target, -1, "Count", "");
    private readonly object _gate = new();
    private RaceDetector _detector = new();

    [SetUp]
    public void Begin() => _detector = new RaceDetector();

    [Test]
    public void Two_writes_that_nothing_orders_are_a_race()
    {
        var (one, other) = TwoFlows();
        Write(one, "one");
        Write(other, "other");
        var race = _detector.Races.Single();
        Assert.That((race.Field, race.First.Site.Method, race.Second.Site.Method), Is.EqualTo(("Count", "one", "other")));
        Assert.That((race.First.IsWrite, race.Second.IsWrite, race.First.Operation, race.Second.Operation), Is.EqualTo((true, true, one.Number, other.Number)));
    }

    [Test]
    public void Write_after_reads_that_nothing_orders_is_a_race_with_each()
    {
        var (one, other) = TwoFlows();
        var third = _detector.Begin(new Origin(new VectorClock()));
        Read(one, "one");
        Read(other, "other");
        Write(third, "third");
        Assert.That(_detector.Races.Select(static race => race.First.Site.Method), Is.EquivalentTo(new[] { "one", "other" }));
    }

    [Test]
    public void Reads_are_no_race()
    {
        var (one, other) = TwoFlows();
        Read(one, "one");
        Read(other, "other");
        Assert.That(_detector.Races, Is.Empty);
    }

    [Test]
    public void Flow_does_not_race_with_itself()
    {
        var (one, _) = TwoFlows();
        Write(one, "first");
        Read(one, "second");
        Write(one, "third");
        Assert.That(_detector.Races, Is.Empty);
    }

    [Test]
    public void Release_comes_before_what_acquires_it()
    {
        var (one, other) = TwoFlows();
        Write(one, "one");
        _detector.Release(one, _gate);
        _detector.Acquire(other, _gate);
        Write(other, "other");
        Assert.That(_detector.Races, Is.Empty);
    }

    [Test]
    public void What_follows_a_release_is_not_ordered_by_it()
    {
        var (one, other) = TwoFlows();
        _detector.Release(one, _gate);
        Write(one, "one");
        _detector.Acquire(other, _gate);
        Write(other, "other");
        Assert.That(_detector.Races, Has.Count.EqualTo(1));
    }

    [Test]
    public void Another_lock_orders_nothing()
    {
        var (one, other) = TwoFlows();
        Write(one, "one");
        _detector.Release(one, _gate);
        _detector.Acquire(other, new object());
        Write(other, "other");
        Assert.That(_detector.Races, Has.Count.EqualTo(1));
    }

    [Test]
    public void Order_is_handed_on()
    {
        var (one, other) = TwoFlows();
        var third = _detector.Begin(new Origin(new VectorClock()));
        var second = new object();
        Write(one, "one");
        _detector.Release(one, _gate);
        _detector.Acquire(other, _gate);
        _detector.Release(other, second);
        _detector.Acquire(third, second);
        Read(third, "third");
        Assert.That(_detector.Races, Is.Empty);
    }

    [Test]
    public void Start_comes_after_what_its_starter_did_before_and_not_after()
    {
        var one = _detector.Begin(null);
        Write(one, "before");
        var started = _detector.Begin(RaceDetector.Fork(one));
        Read(started, "started");
        Assert.That(_detector.Races, Is.Empty);
        Write(one, "after");
        Assert.That(_detector.Races.Single().Second.Site.Method, Is.EqualTo("after"));
    }

    [Test]
    public void What_has_no_known_origin_comes_after_all_so_far()
    {
        var (one, other) = TwoFlows();
        Write(one, "one");
        _ = other;
        Write(_detector.Begin(null), "new");
        Assert.That(_detector.Races, Is.Empty);
        Write(one, "later");
        Assert.That(_detector.Races, Has.Count.EqualTo(1));
    }

    [Test]
    public void Acquiring_anything_comes_after_what_ended_and_what_was_released()
    {
        var (one, other) = TwoFlows();
        var third = _detector.Begin(new Origin(new VectorClock()));
        Write(one, "ended");
        _detector.End(one);
        _detector.AcquireAnything(other);
        Write(other, "other");
        Assert.That(_detector.Races, Is.Empty);
        _detector.AcquireAnything(third);
        Write(third, "third");
        Assert.That(_detector.Races.Single().First.Site.Method, Is.EqualTo("other"));
    }

    [Test]
    public void What_is_published_comes_before_what_anybody_does_next()
    {
        var (one, other) = TwoFlows();
        var origin = RaceDetector.Fork(other);
        Write(one, "initialiser");
        _detector.Publish(one);
        Read(other, "other");
        Read(_detector.Begin(origin), "started before");
        Assert.That(_detector.Races, Is.Empty);
        Write(one, "after");
        Assert.That(_detector.Races, Is.Not.Empty);
    }

    [Test]
    public void Number_of_a_flow_is_taken_again_by_what_comes_after_it_alone()
    {
        var (one, other) = TwoFlows();
        Write(one, "one");
        var origin = RaceDetector.Fork(one);
        _detector.End(one);
        Assert.That(_detector.Begin(origin).Number, Is.EqualTo(one.Number));
        Assert.That(_detector.Begin(RaceDetector.Fork(other)).Number, Is.Not.EqualTo(one.Number).And.Not.EqualTo(other.Number));
    }

    [Test]
    public void Race_of_two_places_is_told_once()
    {
        var (one, other) = TwoFlows();
        for (var i = 0; i < 3; i++)
        {
            Write(one, "one");
            Write(other, "other");
        }

        Assert.That(_detector.Races, Has.Count.EqualTo(1));
    }

    private (Flow One, Flow Other) TwoFlows() => (_detector.Begin(new Origin(new VectorClock())), _detector.Begin(new Origin(new VectorClock())));

    private void Write(Flow flow, string where) => _detector.Access(flow, s_field, Seen.By(flow, where, isWrite: true));

    private void Read(Flow flow, string where) => _detector.Access(flow, s_field, Seen.By(flow, where, isWrite: false));
}
