namespace ReplayKit.Replayer.Scheduling;

/// <summary>One decision of a schedule: what was chosen, and among what.</summary>
/// <param name="Index">Position of the chosen step among the enabled ones.</param>
/// <param name="Operation">Number of the operation that it belongs to.</param>
/// <param name="Anchor">The chosen step, in words.</param>
/// <param name="Kind">Why it ran.</param>
/// <param name="Chosen">Hash of what names the chosen step in any run of the same build.</param>
/// <param name="Enabled">Hash of the enabled steps.</param>
/// <param name="EnabledCount">How many steps were enabled.</param>
public sealed record ScheduledStep(int Index, int Operation, string Anchor, StepKind Kind, ulong Chosen, ulong Enabled, int EnabledCount)
{
    /// <summary>The hash of one step.</summary>
    public static ulong HashOf(StepDescription step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return StableHash.Mix(((ulong)(uint)step.Operation << 16) ^ ((ulong)step.Kind << 8) ^ (byte)step.Point, step.NameHash);
    }

    /// <summary>The hash of a set of steps, in their order.</summary>
    public static ulong HashOf(IReadOnlyList<StepDescription> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var hash = StableHash.Empty;
        for (var i = 0; i < steps.Count; i++) hash = StableHash.Mix(hash, HashOf(steps[i]));
        return hash;
    }
}
