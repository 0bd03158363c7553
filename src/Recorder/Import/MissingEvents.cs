namespace ReplayKit.Recorder.Import;

/// <summary>Events that a recording needs and a trace has none of.</summary>
/// <param name="Provider">Who would have written them.</param>
/// <param name="Consequence">What the recording lacks without them, as the end of a sentence.</param>
/// <param name="IsCertain">Whether they were surely not asked for; else it may be that nothing happened.</param>
public sealed record MissingEvents(string Provider, string Consequence, bool IsCertain);
