using ReplayKit.TraceFormat.Model;

namespace TraceFormat.Tests.Wire;

/// <summary>Events in the mix, and at the pace, of a busy web service.</summary>
public static class RealisticStream
{
    private const int NameCount = 40;
    private const int ThreadCount = 8;
    private static readonly string[] s_names = [.. Enumerable.Range(0, NameCount).Select(static i => $"<SomeMethodNumber{i}Async>d__{i}")];

    public static RecordedEvent[] Make(int count)
    {
        var random = new Random(20260304);
        var events = new RecordedEvent[count];
        var (time, task) = (0L, 1000);
        for (var i = 0; i < count; i++)
        {
            time += random.Next(1_000, 50_000);
            events[i] = Event(random, time, ref task);
        }

        return events;
    }

    private static RecordedEvent Event(Random random, long time, ref int task)
    {
        var thread = 31_000 + random.Next(ThreadCount);
        var recent = task - random.Next(40);
        return random.Next(100) switch
        {
            < 15 => new(RecordedEventKind.OperationBegan, time, thread) { TaskId = ++task, Text = s_names[random.Next(NameCount)] },
            < 30 => new(RecordedEventKind.OperationEnded, time, thread) { TaskId = recent, Number = 1 },
            < 48 => new(RecordedEventKind.WorkBegan, time, thread) { TaskId = recent },
            < 66 => new(RecordedEventKind.WorkEnded, time, thread),
            < 82 => new(RecordedEventKind.WaitBegan, time, thread) { TaskId = recent, RelatedTaskId = task - random.Next(40) },
            < 87 => new(RecordedEventKind.TaskScheduled, time, thread) { TaskId = ++task, RelatedTaskId = recent },
            < 92 => new(RecordedEventKind.TaskStarted, time, thread) { TaskId = recent },
            < 97 => new(RecordedEventKind.TaskCompleted, time, thread) { TaskId = recent },
            < 98 => new(RecordedEventKind.ExceptionThrown, time, thread) { Text = "System.InvalidOperationException", Number = 16, Fields = [new(FieldNames.Message, "sold out")] },
            < 99 => new(RecordedEventKind.RequestStarted, time, thread)
            {
                Text = "/price/" + random.Next(50),
                Fields = [new(FieldNames.Method, "GET"), new(FieldNames.TraceIdentifier, $"0HN{task:X8}:00000001"), new(FieldNames.HeaderPrefix + "Host", "localhost")],
            },
            _ => new(RecordedEventKind.RequestStopped, time, thread) { Number = 200, Fields = [new(FieldNames.TraceIdentifier, $"0HN{recent:X8}:00000001")] },
        };
    }
}
