using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
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
    private const int LengthBytes = 8;

    /// <summary>The fingerprint of these steps, in hexadecimal.</summary>
    public static string Of(IEnumerable<ReplayedStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(int)];
        foreach (var step in steps.Where(static step => step.Step.Kind != StepKind.Posted))
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, step.Step.Operation);
            hash.AppendData(number);
            hash.AppendData([(byte)step.Step.Kind]);
            hash.AppendData(Encoding.UTF8.GetBytes(NameOf(step.Step)));
            BinaryPrimitives.WriteInt32LittleEndian(number, step.Step.Invocation);
            hash.AppendData(number);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, LengthBytes));
    }

    // No file and no line: the same build on another machine has the same fingerprint.
    private static string NameOf(StepDescription step) =>
        step.Site is { } site ? $"{site.DeclaringType}.{step.Method}/{site.Ordinal}" : step.Method;
}
