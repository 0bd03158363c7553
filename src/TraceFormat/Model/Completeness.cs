using System.Collections.Immutable;

namespace ReplayKit.TraceFormat.Model;

/// <summary>How much of what happened a recording holds.</summary>
/// <param name="EventsKept">Events in the file.</param>
/// <param name="EventsLost">Events that the runtime or the recorder had to drop.</param>
/// <param name="IsCutShort">Whether its end is missing: the recorder did not close the file, or the target died with events not yet sent.</param>
/// <param name="Unknown">Events that arrived and that no rule of the recorder names: provider and event, and how many.</param>
public sealed record Completeness(
    long EventsKept, long EventsLost, bool IsCutShort, ImmutableArray<UnknownEvents> Unknown)
{
    /// <summary>Where events were lost, by time; gaps beyond <see cref="LossCountMax"/> are joined to the last one.</summary>
    /// <remarks>Never default: a description that was written before there was this list has none.</remarks>
    public ImmutableArray<LostEvents> Losses { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Most gaps that are told one by one.</summary>
    public const int LossCountMax = 10_000;

    /// <summary>Nothing kept, nothing lost.</summary>
    public static Completeness Empty { get; } = new(0, 0, false, []);

    /// <summary>Whether nothing was lost and the file was closed.</summary>
    public bool IsComplete => EventsLost == 0 && !IsCutShort;
}
