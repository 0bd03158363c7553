using CsCheck;
using NUnit.Framework;
using ReplayKit.Replayer.Races;

namespace Replayer.Tests.Races;

internal sealed class VectorClockTests
{
    private const int FlowCount = 6;
    private static readonly Gen<int[]> s_epochs = Gen.Int[0, 9].Array[0, FlowCount];

    [Test]
    public void Clock_knows_nothing_of_flows_that_it_never_heard_of()
    {
        var clock = new VectorClock { [2] = 5 };
        Assert.That((clock[0], clock[2], clock[3], clock[100]), Is.EqualTo((0, 5, 0, 0)));
    }

    [Test]
    public void Copy_does_not_follow_its_original()
    {
        var clock = new VectorClock { [1] = 1 };
        var copy = clock.Copy();
        clock[1] = 2;
        clock[7] = 3;
        Assert.That((copy[1], copy[7]), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Join_knows_what_either_knew() =>
        Gen.Select(s_epochs, s_epochs).Sample(static (left, right) =>
        {
            var joined = Joined(ClockOf(left), ClockOf(right));
            for (var flow = 0; flow < FlowCount; flow++) Assert.That(joined[flow], Is.EqualTo(Math.Max(ClockOf(left)[flow], ClockOf(right)[flow])));
        });

    [Test]
    public void Join_is_the_same_in_any_order_and_number() =>
        Gen.Select(s_epochs, s_epochs, s_epochs).Sample(static (a, b, c) =>
        {
            var one = Joined(Joined(ClockOf(a), ClockOf(b)), ClockOf(c));
            var other = Joined(ClockOf(c), Joined(ClockOf(b), Joined(ClockOf(a), ClockOf(b))));
            for (var flow = 0; flow < FlowCount; flow++) Assert.That(one[flow], Is.EqualTo(other[flow]));
        });

    private static VectorClock ClockOf(int[] epochs)
    {
        var clock = new VectorClock();
        for (var flow = 0; flow < epochs.Length; flow++) clock[flow] = epochs[flow];
        return clock;
    }

    private static VectorClock Joined(VectorClock clock, VectorClock other)
    {
        clock.Join(other);
        return clock;
    }
}
