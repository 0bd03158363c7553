using System.Collections.Immutable;

namespace ReplayKit.TraceFormat.Model;

/// <summary>What <c>schedule.json</c> holds: the decisions of one run of an incident, enough to run it exactly so again.</summary>
/// <param name="Tool">Version of ReplayKit that wrote it.</param>
/// <param name="Verdict">How the run ended, in a few words.</param>
/// <param name="Steps">The decisions, in order. Continuations of framework code that is not woven are no decisions.</param>
public sealed record PinnedSchedule(string Tool, string Verdict, ImmutableArray<PinnedStep> Steps);
