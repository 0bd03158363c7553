using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Order;

/// <summary>An event with its place among the events of its thread.</summary>
/// <param name="Event">The event.</param>
/// <param name="Sequence">
/// Number of the event among those of its thread. Along it the event's time does not go back, because each thread stamps its own events in
/// program order with one monotonic clock.
/// </param>
public readonly record struct SequencedEvent(RecordedEvent Event, long Sequence);
