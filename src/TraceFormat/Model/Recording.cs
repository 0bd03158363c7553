using System.Collections.Immutable;

namespace ReplayKit.TraceFormat.Model;

/// <summary>A whole recording in memory: its events in their total order.</summary>
/// <param name="Header">What was known when it began.</param>
/// <param name="Events">The events, in total order.</param>
/// <param name="Footer">What was known when it ended; for a file cut short, what its whole chunks tell.</param>
public sealed record Recording(RecordingHeader Header, ImmutableArray<RecordedEvent> Events, RecordingFooter Footer);
