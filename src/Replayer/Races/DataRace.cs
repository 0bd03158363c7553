namespace ReplayKit.Replayer.Races;

/// <summary>Two accesses of one location that nothing orders, and of which at least one writes.</summary>
/// <param name="Field">The field, such as <c>Counter.Count</c>; <c>element</c> for an array's, the type's name for a collection.</param>
/// <param name="First">The one that was made first in the schedule that showed it.</param>
/// <param name="Second">The other.</param>
public sealed record DataRace(string Field, RaceAccess First, RaceAccess Second);
