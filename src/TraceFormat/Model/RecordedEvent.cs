using System.Collections.Immutable;

namespace ReplayKit.TraceFormat.Model;

/// <summary>One normalised event of a recording. Which members carry a value depends on <see cref="Kind"/>.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="TimeNs">Nanoseconds since the recording began, on the process's one monotonic clock.</param>
/// <param name="ThreadId">Operating-system thread on which it happened.</param>
public readonly record struct RecordedEvent(RecordedEventKind Kind, long TimeNs, long ThreadId)
{
    /// <summary>The task the event is about; 0 for none.</summary>
    public int TaskId { get; init; }

    /// <summary>The other task: the awaiting one, or the one that scheduled; 0 for none.</summary>
    public int RelatedTaskId { get; init; }

    /// <summary>A status, a code or a count; its meaning is written at <see cref="RecordedEventKind"/>.</summary>
    public long Number { get; init; }

    /// <summary>A name, a path or a type; its meaning is written at <see cref="RecordedEventKind"/>. Null when the kind has none.</summary>
    public string? Text { get; init; }

    /// <summary>Named values, in the order recorded. Default (not allocated) when there are none.</summary>
    public ImmutableArray<RecordedField> Fields { get; init; }

    /// <summary>The value of the first field of this name; null when there is none.</summary>
    public string? Field(string name)
    {
        if (Fields.IsDefaultOrEmpty) return null;
        foreach (var field in Fields)
        {
            if (field.Name == name) return field.Value;
        }

        return null;
    }

    /// <summary>Equality by value, fields element by element.</summary>
    public bool Equals(RecordedEvent other) =>
        Kind == other.Kind && TimeNs == other.TimeNs && ThreadId == other.ThreadId && TaskId == other.TaskId
        && RelatedTaskId == other.RelatedTaskId && Number == other.Number && Text == other.Text
        && FieldsOf(this).SequenceEqual(FieldsOf(other));

    /// <summary>Hash consistent with <see cref="Equals(RecordedEvent)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(Kind, TimeNs, ThreadId, TaskId, RelatedTaskId, Number, Text);

    private static ReadOnlySpan<RecordedField> FieldsOf(in RecordedEvent e) => e.Fields.IsDefault ? [] : e.Fields.AsSpan();
}
