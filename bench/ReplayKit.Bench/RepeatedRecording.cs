using System.Collections.Immutable;
using System.Globalization;
using ReplayKit.TraceFormat.Model;

namespace Bench;

/// <summary>
/// A recording of any length, made of a short real one: several copies of it run at once, each begun anew when it has ended, with times, threads,
/// task ids, request numbers and identifiers of its own, so that a file of it compresses no better than one of a busy service.
/// </summary>
internal sealed class RepeatedRecording(ImmutableArray<RecordedEvent> source, int seed)
{
    private const int CopyCount = 8;
    private const int FirstThread = 31_000;

    private readonly Random _random = new(seed);
    private readonly int _taskCount = source.Max(static e => Math.Max(e.TaskId, e.RelatedTaskId));
    private long _timeNs;
    private int _begun;

    /// <summary>The events, in total order. The same source and seed give the same ones.</summary>
    public RecordedEvent[] Make(int count)
    {
        var copies = new Copy[CopyCount];
        var events = new RecordedEvent[count];
        for (var i = 0; i < count; i++)
        {
            ref var copy = ref copies[_random.Next(CopyCount)];
            if (copy.Names is null || copy.Next == source.Length) copy = new Copy(_begun++, new Dictionary<string, string>(StringComparer.Ordinal), 0);
            var gapNs = copy.Next == 0 ? 0 : source[copy.Next].TimeNs - source[copy.Next - 1].TimeNs;
            // The copies share the time; what is between two events of a service is never twice the same.
            _timeNs += 100 + (long)(gapNs * (0.5 + _random.NextDouble()) / CopyCount);
            events[i] = Shift(source[copy.Next++], copy);
        }

        return events;
    }

    private RecordedEvent Shift(in RecordedEvent recorded, Copy copy) => recorded with
    {
        TimeNs = _timeNs,
        ThreadId = FirstThread + ((recorded.ThreadId + copy.Index) % CopyCount),
        TaskId = Shift(recorded.TaskId, copy),
        RelatedTaskId = Shift(recorded.RelatedTaskId, copy),
        Fields = recorded.Fields.IsDefaultOrEmpty ? recorded.Fields : [.. recorded.Fields.Select(field => Shift(field, copy))],
    };

    private int Shift(int taskId, Copy copy) => taskId == 0 ? 0 : taskId + (copy.Index * _taskCount);

    private RecordedField Shift(RecordedField field, Copy copy)
    {
        if (field.Name is not (FieldNames.Span or FieldNames.TraceIdentifier)) return field;
        // The begin and the end of a request, or of a call, name it alike.
        if (!copy.Names.TryGetValue(field.Value, out var name)) copy.Names.Add(field.Value, name = _random.NextInt64().ToString("x16", CultureInfo.InvariantCulture));
        return field with { Value = name };
    }

    private record struct Copy(int Index, Dictionary<string, string> Names, int Next);
}
