namespace ReplayKit.TraceFormat.Model;

/// <summary>What a <see cref="Certificate"/> was asked for.</summary>
public enum CertificateKind
{
    /// <summary>Proof that all schedules pass.</summary>
    Certify,

    /// <summary>A schedule that fails.</summary>
    Search,
}
