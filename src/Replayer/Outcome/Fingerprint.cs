using ReplayKit.Replayer.Scheduling;

namespace ReplayKit.Replayer.Outcome;

/// <summary>Hash of an interleaving: equal fingerprints, equal runs.</summary>
/// <remarks>
/// It covers the steps of code under control: arrivals, resumptions of woven methods, timers. Continuations of framework code that is not woven are
/// left out: some of them, such as the routing's deferred compilation, come from real threads at any time, and touch nothing of the service.
/// See docs/decisions/0004-what-the-fingerprint-covers.md.
/// </remarks>
public static class Fingerprint
{
    /// <summary>The fingerprint of these steps, in hexadecimal.</summary>
    public static string Of(IEnumerable<ReplayedStep> steps) => InWords(HashOf(steps));

    /// <summary>The fingerprint as a number, which takes less room.</summary>
    internal static ulong HashOf(IEnumerable<ReplayedStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var hash = StableHash.Empty;
        foreach (var (_, step, _, _, _) in steps)
        {
            if (step.Kind == StepKind.Posted) continue;
            hash = StableHash.Mix(hash, ((ulong)(uint)step.Operation << 32) | ((ulong)step.Kind << 24) | (uint)(step.Invocation & 0xFFFFFF));
            hash = StableHash.Mix(hash, step.NameHash);
        }

        return hash;
    }

    /// <summary>The number as it is told.</summary>
    internal static string InWords(ulong hash) => hash.ToString("x16");
}
