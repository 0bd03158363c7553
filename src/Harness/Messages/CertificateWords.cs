using System.Globalization;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Messages;

/// <summary>Says what a certificate holds.</summary>
internal static class CertificateWords
{
    private const int ShownMax = 3;

    /// <summary>What it covers, how long that took, and what it does not cover.</summary>
    public static string Of(Certificate certificate)
    {
        var title = certificate.Kind == CertificateKind.Certify ? certificate.IsComplete ? "Certified" : "Certified IN PART" : "Searched";
        var part = certificate.Part is { } of ? $", part {of.Index} of {of.Count}" : "";
        return $"{title}{part}: {Passed(certificate)}{BySwaps(certificate)}, in {certificate.Seconds.ToString("0.0", CultureInfo.InvariantCulture)} s.{Open(certificate)}";
    }

    /// <summary>That a schedule fails, so that there is no certificate.</summary>
    public static string Refused(Certificate certificate) =>
        $"{(certificate.Kind == CertificateKind.Certify ? "Not certified" : "Found")}: {certificate.Failure!.Description} fails; {Number(certificate.Passed)} schedules passed before it.";

    /// <summary>What the kept certificate says about the build that runs.</summary>
    public static string Checked(Certificate certificate, IReadOnlyList<string> changed) => changed.Count > 0
        ? $"The certificate is of another build: {string.Join(", ", changed)} changed since. Certify again (REPLAYKIT_MODE=certify)."
        : $"Certificate of this build: {Passed(certificate)}.{Open(certificate)}";

    /// <summary>Why the certificate that a test requires does not do.</summary>
    public static string Missing(Certificate? certificate, IReadOnlyList<string> changed) =>
        certificate is null ? "The test requires a certificate, and its incident has none of it. Make one with REPLAYKIT_MODE=certify."
        : changed.Count > 0 ? $"The test requires a certificate of this build. {Checked(certificate, changed)}"
        : $"The test requires a complete certificate.{Open(certificate)} Certify again (REPLAYKIT_MODE=certify).";

    /// <summary>How many schedules there are, where that is all.</summary>
    public static string All(long count) => count == 1 ? "The only schedule" : $"All {Number(count)} schedules";

    private static string Passed(Certificate certificate)
    {
        var around = certificate.Orders == CertifiedOrders.Conflicts ? "orders of steps that may conflict"
            : certificate.Swaps is { } swaps ? $"schedules within {swaps} swap{(swaps == 1 ? "" : "s")} of the incident"
            : "schedules there are";
        var isAll = certificate is { IsComplete: true, Part: null };
        return $"{(isAll ? "all " : "")}{Number(certificate.Passed)}{(isAll ? "" : " of the")} {around} passed";
    }

    private static string BySwaps(Certificate certificate) =>
        certificate.PassedBySwaps.Length > 1 ? $" ({string.Join(" + ", certificate.PassedBySwaps.Select(Number))}, by swaps)" : "";

    private static string Open(Certificate certificate)
    {
        if (certificate.NotCovered.IsEmpty) return "";
        var shown = certificate.NotCovered.Take(ShownMax).Select(static open =>
            $"{Environment.NewLine}  Not covered, {Number(open.Count)}: {open.Reason}{(open.Example.Length > 0 ? $" ({open.Example})" : "")}");
        return string.Concat(shown);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
