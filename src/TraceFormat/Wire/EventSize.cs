using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Wire;

/// <summary>How much room an event takes in a chunk, its texts counted as if no other event shared them.</summary>
/// <param name="TextChars">UTF-16 characters of all its texts.</param>
/// <param name="FieldCount">Its fields.</param>
internal readonly record struct EventSize(long TextChars, int FieldCount)
{
    public bool IsWithinLimits => TextChars <= WireLimits.EventTextCharsMax && FieldCount <= WireLimits.ChunkFieldCountMax;

    public static EventSize Of(in RecordedEvent recorded)
    {
        long chars = recorded.Text?.Length ?? 0;
        if (recorded.Fields.IsDefaultOrEmpty) return new EventSize(chars, 0);
        foreach (var field in recorded.Fields) chars += field.Name.Length + field.Value.Length;
        return new EventSize(chars, recorded.Fields.Length);
    }
}
