using System.Text.RegularExpressions;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Secrets that show by their form, wherever they stand. In each pattern the group <c>s</c> is what to replace.</summary>
internal static partial class SecretPatterns
{
    /// <summary>JSON web tokens and the key formats of well-known services.</summary>
    /// <remarks>The bound keeps the work linear on hostile text that begins a token again and again and never ends one.</remarks>
    [GeneratedRegex(
        @"(?<s>\beyJ[A-Za-z0-9_-]{8,1024}\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)?|\b(AKIA|ASIA)[A-Z0-9]{16}\b|\b(sk|pk|rk)_(live|test)_[A-Za-z0-9]{8,}|\bgh[pousr]_[A-Za-z0-9]{20,}|\bxox[abprs]-[A-Za-z0-9-]{10,})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    internal static partial Regex WellKnownToken();

    /// <summary>The credentials of an HTTP authorisation scheme.</summary>
    [GeneratedRegex(
        @"\b(Bearer|Basic|Digest|Negotiate|NTLM|Token)\s+(?<s>[A-Za-z0-9._~+/=-]{6,})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    internal static partial Regex SchemeCredentials();

    /// <summary>The user information of a URI.</summary>
    [GeneratedRegex(@"://(?<s>[^/\s@""'<>]+)@", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    internal static partial Regex UserInformation();

    /// <summary>The value behind a telling name: connection strings, query parameters, JSON, printed settings.</summary>
    [GeneratedRegex(
        @"(password|passwd|pwd|passphrase|secret|token|api[\s_-]?key|access[\s_-]?key|account[\s_-]?key|shared[\s_-]?key|signature|credential|\bsig)s?[""']?\s*[=:]\s*(""(?<s>[^""]+)""|'(?<s>[^']+)'|(?<s>[^;,&\s""']+))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    internal static partial Regex NamedValue();
}
