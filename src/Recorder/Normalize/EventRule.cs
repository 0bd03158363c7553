using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Turns one kind of raw event into a recorded one.</summary>
/// <param name="payload">The event's payload; for a bridged event what follows its two names.</param>
/// <param name="context">What rules share.</param>
/// <param name="recorded">Comes with time and thread, and is completed when the event is kept.</param>
/// <returns>Whether the recording needs the event.</returns>
public delegate bool EventRule(ref PayloadReader payload, RuleContext context, ref RecordedEvent recorded);
