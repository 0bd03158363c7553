using CsCheck;
using NUnit.Framework;
using ReplayKit.Recorder.Order;
using ReplayKit.TraceFormat.Model;

namespace Recorder.Tests.Order;

public sealed class EventOrderTests
{
    // Few times, threads and tasks, so that most instants hold several events of one task on several threads.
    private static readonly Gen<SequencedEvent[]> s_recordings =
        Gen.Select(Gen.Int[0, 6], Gen.Int[1, 4], Gen.Int[1, 3], Gen.Enum<RecordedEventKind>())
            .Array[0, 60]
            .Select(Sequence);

    [Test]
    public void Order_is_the_same_for_any_arrival() =>
        Gen.Select(s_recordings, Gen.Int[0, int.MaxValue]).Sample(static (events, seed) =>
        {
            var shuffled = events.ToArray();
            new Random(seed).Shuffle(shuffled);
            return EventOrder.Sort(shuffled).SequenceEqual(EventOrder.Sort(events));
        });

    [Test]
    public void Window_gives_the_order_of_the_whole_for_any_arrival_within_it() =>
        Gen.Select(s_recordings, Gen.Int[0, int.MaxValue]).Sample(static (events, seed) =>
        {
            const long WindowNs = 2;
            var random = new Random(seed);
            // Each event is delayed by at most the window against its time.
            var arrival = events.OrderBy(e => e.Event.TimeNs + random.NextDouble() * (WindowNs - 1)).ToArray();
            var result = new List<RecordedEvent>();
            var window = new OrderWindow(result.Add, WindowNs);
            foreach (var e in arrival) window.Add(e);
            window.Drain();
            return window.LateCount == 0 && result.SequenceEqual(EventOrder.Sort(events));
        });

    [Test]
    public void Order_keeps_time_and_the_program_order_of_each_thread() =>
        s_recordings.Sample(static events =>
        {
            var sorted = EventOrder.Sort(events);
            var isByTime = sorted.Zip(sorted.Skip(1)).All(static pair => pair.First.TimeNs <= pair.Second.TimeNs);
            var isByThread = events.GroupBy(static e => e.Event.ThreadId).All(thread =>
                sorted.Where(e => e.ThreadId == thread.Key).SequenceEqual(thread.OrderBy(static e => e.Sequence).Select(static e => e.Event)));
            return isByTime && isByThread && sorted.Length == events.Length;
        });

    [Test]
    public void Cause_stands_before_effect_at_one_instant()
    {
        SequencedEvent[] events =
        [
            new(new(RecordedEventKind.WorkBegan, 10, 1) { TaskId = 5 }, 0),
            new(new(RecordedEventKind.OperationEnded, 10, 1) { TaskId = 5 }, 1),
            new(new(RecordedEventKind.OperationBegan, 10, 2) { TaskId = 5 }, 0),
            new(new(RecordedEventKind.TaskScheduled, 10, 2) { TaskId = 5 }, 1),
        ];
        Assert.That(EventOrder.Sort(events).Select(static e => e.Kind), Is.EqualTo(new[]
        {
            RecordedEventKind.OperationBegan, RecordedEventKind.TaskScheduled, RecordedEventKind.WorkBegan, RecordedEventKind.OperationEnded,
        }));
    }

    [Test]
    public void Circle_of_causes_is_survived()
    {
        SequencedEvent[] events =
        [
            new(new(RecordedEventKind.WorkBegan, 10, 1) { TaskId = 5 }, 0),
            new(new(RecordedEventKind.OperationBegan, 10, 1) { TaskId = 6 }, 1),
            new(new(RecordedEventKind.WorkBegan, 10, 2) { TaskId = 6 }, 0),
            new(new(RecordedEventKind.OperationBegan, 10, 2) { TaskId = 5 }, 1),
        ];
        Assert.That(EventOrder.Sort(events), Has.Length.EqualTo(4));
    }

    [Test]
    public void Late_event_is_counted_and_keeps_the_result_sorted()
    {
        var result = new List<RecordedEvent>();
        var window = new OrderWindow(result.Add, windowNs: 10);
        foreach (var timeNs in new long[] { 0, 20, 40, 60, 5, 80 }) window.Add(new SequencedEvent(new(RecordedEventKind.WorkEnded, timeNs, 1), timeNs));
        window.Drain();
        Assert.That(window.LateCount, Is.EqualTo(1));
        Assert.That(result, Has.Count.EqualTo(6));
        Assert.That(result.Select(static e => e.TimeNs), Is.Ordered);
    }

    [Test]
    public void Window_holds_a_bounded_number_of_events()
    {
        var released = 0;
        var window = new OrderWindow(_ => released++);
        for (var i = 0; i < OrderWindow.EventCountMax + 10; i++) window.Add(new SequencedEvent(new(RecordedEventKind.WorkEnded, i, 1), i));
        Assert.That(released, Is.GreaterThanOrEqualTo(10));
    }

    private static SequencedEvent[] Sequence((int Time, int Thread, int Task, RecordedEventKind Kind)[] parts) =>
        [.. parts.GroupBy(static part => part.Thread).SelectMany(static thread => thread
            .OrderBy(static part => part.Time)
            .Select(static (part, index) => new SequencedEvent(
                new RecordedEvent(part.Kind, part.Time, part.Thread) { TaskId = part.Task, RelatedTaskId = part.Task }, index)))];
}
