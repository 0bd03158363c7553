namespace ReplayKit.TraceFormat.Model;

/// <summary>A schedule that failed.</summary>
/// <param name="Schedule">Its name.</param>
/// <param name="Description">How it was chosen, in a few words.</param>
/// <param name="Message">The test's message.</param>
public sealed record FailedSchedule(string Schedule, string Description, string Message);
