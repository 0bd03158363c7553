using System.Collections.Immutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Checking;

/// <summary>What a check found.</summary>
/// <param name="Completeness">How much of what happened the file holds.</param>
/// <param name="EventCount">Events that were read.</param>
/// <param name="Findings">What was found: about the file as a whole, then secrets by where they first stand.</param>
/// <param name="UnlistedCount">Findings beyond <see cref="FindingBook.FindingCountMax"/>, which are counted and not told one by one.</param>
public sealed record CheckResult(Completeness Completeness, long EventCount, ImmutableArray<Finding> Findings, long UnlistedCount);
