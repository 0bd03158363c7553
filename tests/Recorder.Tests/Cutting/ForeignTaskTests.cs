using System.Collections.Immutable;
using NUnit.Framework;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Tests.Cutting;

public sealed class ForeignTaskTests
{
    private const int WaiterOfOther = 7;
    private const int OwnWork = 8;

    [Test]
    public void Slice_does_not_count_anothers_task_that_its_request_queued_as_its_own()
    {
        // r1 makes a waiter; r2 releases what it waits for, which queues it, and then queues work of its own.
        ImmutableArray<RecordedEvent> events =
        [
            Started(1, thread: 1, "c1"),
            new(RecordedEventKind.TaskScheduled, 2, 1) { TaskId = WaiterOfOther },
            Started(3, thread: 2, "c2"),
            new(RecordedEventKind.TaskScheduled, 4, 2) { TaskId = WaiterOfOther },
            new(RecordedEventKind.TaskScheduled, 5, 2) { TaskId = OwnWork },
            new(RecordedEventKind.WorkBegan, 6, 3) { TaskId = OwnWork },
            new(RecordedEventKind.WorkEnded, 7, 3),
            Stopped(8, thread: 2, "c2"),
            Stopped(9, thread: 1, "c1"),
        ];
        var process = new RecordedProcess(1, "Made", "10.0.0", "Linux", "x64", 2);
        var header = new RecordingHeader("0.1.0", DateTimeOffset.UnixEpoch, process, [], []);
        var source = new Recording(header, events, new RecordingFooter(9, new Completeness(events.Length, 0, false, []), []));
        var graph = CausalGraphBuilder.Build(source);
        Assert.That(graph.Steps.Single(static step => step.TaskId == OwnWork).Invocation, Is.EqualTo(1));
        SliceAssert.CutsTheSame(source, graph, 2);
    }

    private static RecordedEvent Started(long timeNs, long thread, string name) =>
        new(RecordedEventKind.RequestStarted, timeNs, thread) { Text = "/", Fields = [new(FieldNames.Method, "GET"), new(FieldNames.TraceIdentifier, name)] };

    private static RecordedEvent Stopped(long timeNs, long thread, string name) =>
        new(RecordedEventKind.RequestStopped, timeNs, thread) { Number = 200, Fields = [new(FieldNames.TraceIdentifier, name)] };
}
