using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>A chunk's events, member by member, with texts and threads replaced by their places in a table.</summary>
internal sealed class ChunkColumns(byte[] kinds)
{
    public byte[] Kinds { get; } = kinds;

    public long[] Times { get; } = new long[kinds.Length];

    public long[] Threads { get; } = new long[kinds.Length];

    public long[] TaskIds { get; } = new long[kinds.Length];

    /// <summary>0 for none; else 1 more than the zigzag of its difference from the event's own task.</summary>
    public long[] Related { get; } = new long[kinds.Length];

    public long[] Numbers { get; } = new long[kinds.Length];

    /// <summary>0 for none; else 1 more than the text's place.</summary>
    public long[] Texts { get; } = new long[kinds.Length];

    public static ChunkColumns Of(ReadOnlySpan<RecordedEvent> events, Dictionary<long, int> threads, TextTable texts)
    {
        var columns = new ChunkColumns(new byte[events.Length]);
        for (var i = 0; i < events.Length; i++)
        {
            ref readonly var e = ref events[i];
            if (!threads.TryGetValue(e.ThreadId, out var thread)) threads.Add(e.ThreadId, thread = threads.Count);
            columns.Kinds[i] = (byte)e.Kind;
            columns.Times[i] = e.TimeNs;
            columns.Threads[i] = thread;
            columns.TaskIds[i] = e.TaskId;
            columns.Related[i] = e.RelatedTaskId == 0 ? 0 : Zigzag.Encode(e.RelatedTaskId - (long)e.TaskId) + 1;
            columns.Numbers[i] = e.Number;
            columns.Texts[i] = e.Text is null ? 0 : texts.IndexOf(e.Text) + 1;
        }

        return columns;
    }

    public RecordedEvent[] ToEvents(ChunkTables tables)
    {
        var events = new RecordedEvent[Kinds.Length];
        for (var i = 0; i < events.Length; i++)
        {
            var task = TaskIds[i];
            events[i] = new RecordedEvent((RecordedEventKind)Kinds[i], Times[i], tables.Thread(Threads[i]))
            {
                TaskId = checked((int)task),
                RelatedTaskId = Related[i] == 0 ? 0 : checked((int)(Zigzag.Decode(Related[i] - 1) + task)),
                Number = Numbers[i],
                Text = Texts[i] == 0 ? null : tables.Text(Texts[i] - 1),
                Fields = tables.Fields(i),
            };
        }

        return events;
    }
}
