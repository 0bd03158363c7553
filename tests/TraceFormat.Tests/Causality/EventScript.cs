using System.Collections.Immutable;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace TraceFormat.Tests.Causality;

/// <summary>Writes events by hand; each happens ten nanoseconds after the one before, the first at ten.</summary>
public sealed class EventScript
{
    private readonly ImmutableArray<RecordedEvent>.Builder _events = ImmutableArray.CreateBuilder<RecordedEvent>();

    public EventScript Start(int thread, string name, int number = 0) =>
        Add(new(RecordedEventKind.RequestStarted, 0, thread)
        {
            Text = "/" + name,
            Number = number,
            Fields = [new(FieldNames.TraceIdentifier, name), new(FieldNames.Method, "GET"), new(FieldNames.Query, "?q"), new(FieldNames.HeaderPrefix + "Host", "h")],
        });

    public EventScript Stop(int thread, string name, int status = 200) =>
        Add(new(RecordedEventKind.RequestStopped, 0, thread) { Number = status, Fields = [new(FieldNames.TraceIdentifier, name)] });

    public EventScript Begin(int thread, int task, string name) =>
        Add(new(RecordedEventKind.OperationBegan, 0, thread) { TaskId = task, Text = name });

    public EventScript End(int thread, int task, int status = 1) =>
        Add(new(RecordedEventKind.OperationEnded, 0, thread) { TaskId = task, Number = status });

    public EventScript Wait(int thread, int awaiter, int awaited) =>
        Add(new(RecordedEventKind.WaitBegan, 0, thread) { TaskId = awaited, RelatedTaskId = awaiter });

    public EventScript Schedule(int thread, int task) => Add(new(RecordedEventKind.TaskScheduled, 0, thread) { TaskId = task });

    public EventScript Work(int thread, int task) => Add(new(RecordedEventKind.WorkBegan, 0, thread) { TaskId = task });

    public EventScript EndWork(int thread) => Add(new(RecordedEventKind.WorkEnded, 0, thread));

    public EventScript Throw(int thread, string type, string message = "m", int flags = 16) =>
        Add(new(RecordedEventKind.ExceptionThrown, 0, thread) { Text = type, Number = flags, Fields = [new(FieldNames.Message, message)] });

    public EventScript Send(int thread, string uri, string span = "") =>
        Add(new(RecordedEventKind.OutgoingStarted, 0, thread) { Text = uri, Fields = [new(FieldNames.Method, "GET"), new(FieldNames.Span, span)] });

    public EventScript Answer(int thread, string uri, int status, string span = "") =>
        Add(new(RecordedEventKind.OutgoingStopped, 0, thread) { Text = uri, Number = status, Fields = [new(FieldNames.Span, span)] });

    public EventScript Tier(RecordingTier tier) => Add(new(RecordedEventKind.TierChanged, 0, 0) { Number = (long)tier, Text = "test" });

    public EventScript Query(int thread, string text, long id, string source = "ef") =>
        Add(new(RecordedEventKind.DatabaseStarted, 0, thread) { Text = text, Number = id, Fields = [new(FieldNames.Source, source)] });

    public EventScript QueryEnd(int thread, long id, bool hasFailed = false, string source = "ef") =>
        Add(new(RecordedEventKind.DatabaseStopped, 0, thread) { Text = hasFailed ? "failed" : null, Number = id, Fields = [new(FieldNames.Source, source)] });

    public EventScript Lose(int thread, int count, long sinceNs) => Add(new(RecordedEventKind.EventsLost, 0, thread)
    {
        Number = count,
        Fields = [new(FieldNames.Since, sinceNs.ToString(System.Globalization.CultureInfo.InvariantCulture))],
    });

    public EventScript Of(int thread, RecordedEventKind kind) => Add(new(kind, 0, thread));

    public CausalGraph Build() => CausalGraphBuilder.Build(_events.ToImmutable());

    private EventScript Add(RecordedEvent e)
    {
        _events.Add(e with { TimeNs = 10 * (_events.Count + 1) });
        return this;
    }
}
