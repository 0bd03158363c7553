using CsCheck;
using NUnit.Framework;
using ReplayKit.Recorder.Order;
using ReplayKit.TraceFormat.Model;

namespace Recorder.Tests.Order;

public sealed class OrderWindowTests
{
    // Few times, threads and tasks, so that most instants hold several events of one task on several threads.
    private static readonly Gen<RecordedEvent[]> s_recordings =
        Gen.Select(Gen.Int[0, 6], Gen.Int[1, 4], Gen.Int[1, 3], Gen.Enum<RecordedEventKind>())
            .Array[0, 60]
            .Select(ByThread);

    [Test]
    public void Order_is_the_same_for_any_mix_of_the_threads() =>
        Gen.Select(s_recordings, Gen.Int[0, int.MaxValue]).Sample(static (events, seed) => Sort(Mix(events, seed)).SequenceEqual(Sort(events)));

    [Test]
    public void Release_at_any_times_gives_the_order_of_the_whole() =>
        Gen.Select(s_recordings, Gen.Int[0, int.MaxValue]).Sample(static (events, seed) =>
        {
            var random = new Random(seed);
            var result = new List<RecordedEvent>();
            var window = new OrderWindow(result.Add);
            // The source says up to where it is complete, then goes on with what is younger, thread by thread.
            foreach (var slice in events.GroupBy(static e => e.TimeNs / 2).OrderBy(static slice => slice.Key))
            {
                window.ReleaseBefore(slice.Key * 2);
                foreach (var e in Mix([.. slice], random.Next())) window.Add(e);
            }

            window.Drain();
            return window.LateCount == 0 && result.SequenceEqual(Sort(events));
        });

    [Test]
    public void Nothing_leaves_that_is_not_older_than_what_is_complete() =>
        Gen.Select(s_recordings, Gen.Long[0, 8]).Sample(static (events, until) =>
        {
            var result = new List<RecordedEvent>();
            var window = new OrderWindow(result.Add);
            foreach (var e in events) window.Add(e);
            window.ReleaseBefore(until);
            return result.Count == events.Count(e => e.TimeNs < until) && result.TrueForAll(e => e.TimeNs < until);
        });

    [Test]
    public void Order_keeps_time_and_the_program_order_of_each_thread() =>
        s_recordings.Sample(static events =>
        {
            var sorted = Sort(events);
            var isByTime = sorted.Zip(sorted.Skip(1)).All(static pair => pair.First.TimeNs <= pair.Second.TimeNs);
            var isByThread = events.GroupBy(static e => e.ThreadId).All(thread => sorted.Where(e => e.ThreadId == thread.Key).SequenceEqual(thread));
            return isByTime && isByThread && sorted.Count == events.Length;
        });

    [Test]
    public void Cause_stands_before_effect_at_one_instant()
    {
        RecordedEvent[] events =
        [
            new(RecordedEventKind.WorkBegan, 10, 1) { TaskId = 5 },
            new(RecordedEventKind.OperationEnded, 10, 1) { TaskId = 5 },
            new(RecordedEventKind.OperationBegan, 10, 2) { TaskId = 5 },
            new(RecordedEventKind.TaskScheduled, 10, 2) { TaskId = 5 },
        ];
        Assert.That(Sort(events).Select(static e => e.Kind), Is.EqualTo(new[]
        {
            RecordedEventKind.OperationBegan, RecordedEventKind.TaskScheduled, RecordedEventKind.WorkBegan, RecordedEventKind.OperationEnded,
        }));
    }

    [Test]
    public void Circle_of_causes_is_survived()
    {
        RecordedEvent[] events =
        [
            new(RecordedEventKind.WorkBegan, 10, 1) { TaskId = 5 },
            new(RecordedEventKind.OperationBegan, 10, 1) { TaskId = 6 },
            new(RecordedEventKind.WorkBegan, 10, 2) { TaskId = 6 },
            new(RecordedEventKind.OperationBegan, 10, 2) { TaskId = 5 },
        ];
        Assert.That(Sort(events), Has.Count.EqualTo(4));
    }

    [Test]
    public void Late_event_is_counted_and_keeps_the_result_sorted()
    {
        var result = new List<RecordedEvent>();
        var window = new OrderWindow(result.Add);
        foreach (var timeNs in new long[] { 0, 20, 40 }) window.Add(new(RecordedEventKind.WorkEnded, timeNs, 1));
        window.ReleaseBefore(30);
        window.Add(new(RecordedEventKind.WorkEnded, 5, 2));
        window.Drain();
        Assert.That(window.LateCount, Is.EqualTo(1));
        Assert.That(result, Has.Count.EqualTo(4));
        Assert.That(result.Select(static e => e.TimeNs), Is.Ordered);
    }

    [Test]
    public void Window_holds_a_bounded_number_of_events_when_nothing_is_said_to_be_complete()
    {
        const int HeldMax = 100;
        var released = 0;
        var window = new OrderWindow(_ => released++, HeldMax);
        for (var i = 0; i < 10 * HeldMax; i++)
        {
            window.Add(new(RecordedEventKind.WorkEnded, i, i % 3));
            Assert.That(i + 1 - released, Is.LessThan(HeldMax));
        }
    }

    [Test]
    public void Event_at_the_end_of_time_leaves_too()
    {
        var result = new List<RecordedEvent>();
        var window = new OrderWindow(result.Add);
        window.Add(new(RecordedEventKind.WorkEnded, long.MaxValue, 1));
        window.Drain();
        Assert.That(result, Has.Count.EqualTo(1));
    }

    private static List<RecordedEvent> Sort(IEnumerable<RecordedEvent> events)
    {
        var result = new List<RecordedEvent>();
        var window = new OrderWindow(result.Add);
        foreach (var e in events) window.Add(e);
        window.Drain();
        return result;
    }

    // Any arrival that keeps the order of each thread's own events.
    private static RecordedEvent[] Mix(RecordedEvent[] events, int seed)
    {
        var random = new Random(seed);
        var threads = events.GroupBy(static e => e.ThreadId).Select(static thread => new Queue<RecordedEvent>(thread)).ToList();
        var mixed = new List<RecordedEvent>();
        while (threads.Count > 0)
        {
            var thread = threads[random.Next(threads.Count)];
            mixed.Add(thread.Dequeue());
            if (thread.Count == 0) threads.Remove(thread);
        }

        return [.. mixed];
    }

    private static RecordedEvent[] ByThread((int Time, int Thread, int Task, RecordedEventKind Kind)[] parts) =>
        [.. parts.GroupBy(static part => part.Thread).SelectMany(static thread => thread
            .OrderBy(static part => part.Time)
            .Select(static part => new RecordedEvent(part.Kind, part.Time, part.Thread) { TaskId = part.Task, RelatedTaskId = part.Task }))];
}
