using System.Collections.Immutable;

namespace ReplayKit.Replayer.Weaving;

/// <summary>What the weaver did to one assembly.</summary>
/// <param name="Assembly">Simple name.</param>
/// <param name="Mvid">Module version id: names the build that was woven.</param>
/// <param name="HasSymbols">Whether symbols were found and kept; without them there are no source lines in messages.</param>
/// <param name="AsyncMethods">Async methods and iterators whose state machines were woven.</param>
/// <param name="Awaits">Awaits that became scheduling points.</param>
/// <param name="Completions">Places where woven code completes a task.</param>
/// <param name="Calls">Calls that were redirected: the member's name, and how many.</param>
/// <param name="Skipped">What could not be woven, and why.</param>
public sealed record WeaveReport(
    string Assembly,
    Guid Mvid,
    bool HasSymbols,
    int AsyncMethods,
    int Awaits,
    int Completions,
    ImmutableSortedDictionary<string, int> Calls,
    ImmutableArray<SkippedSite> Skipped)
{
    /// <summary>Whether the assembly is woven now; false where it had to be left as it is.</summary>
    public bool IsWoven { get; init; } = true;

    /// <summary>Accesses of fields, elements and collections that can be watched.</summary>
    public int Accesses { get; init; }

    /// <summary>Types whose static fields can be made fresh.</summary>
    public int Statics { get; init; }

    /// <summary>What is worth knowing of the assembly as a whole: a sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The report of an assembly that was left as it is.</summary>
    public static WeaveReport Unwoven(string assembly, string reason) =>
        new(assembly, Guid.Empty, HasSymbols: false, 0, 0, 0, ImmutableSortedDictionary<string, int>.Empty, []) { IsWoven = false, Notes = [reason] };
}
