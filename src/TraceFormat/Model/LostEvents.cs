namespace ReplayKit.TraceFormat.Model;

/// <summary>Events that a thread wrote and that no buffer could take.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="FromNs">When it had last written an event that was kept; 0 when there was none.</param>
/// <param name="ToNs">When it wrote the next that was kept, or when the runtime counted.</param>
/// <param name="Count">How many.</param>
public readonly record struct LostEvents(long ThreadId, long FromNs, long ToNs, long Count)
{
    /// <summary>Reads them from an event of kind <see cref="RecordedEventKind.EventsLost"/>.</summary>
    public static LostEvents Of(in RecordedEvent lost) => new(
        lost.ThreadId,
        long.TryParse(lost.Field(FieldNames.Since), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var from) ? from : 0,
        lost.TimeNs,
        lost.Number);
}
