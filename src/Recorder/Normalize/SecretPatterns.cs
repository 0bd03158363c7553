using System.Text.RegularExpressions;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Secrets that show by their form, wherever they stand. In each pattern the group <c>s</c> is what to replace.</summary>
internal static partial class SecretPatterns
{
    private const string TellingName =
        @"(password|passwd|pwd|passphrase|secret|token|api[\s_-]?key|access[\s_-]?key|account[\s_-]?key|shared[\s_-]?key|signature|credential|\bsig)s?[""']?\s*";

    private const string ItsValue = @"\s*(""(?<s>[^""]+)""|'(?<s>[^']+)'|(?<s>[^;,&\s""']+))";

    /// <summary>JSON web tokens and the key formats of well-known services.</summary>
    /// <remarks>The bound keeps the work linear on hostile text that begins a token again and again and never ends one.</remarks>
    [GeneratedRegex(
        @"(?<s>\b(eyJ[A-Za-z0-9_-]{8,1024}\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)?|(AKIA|ASIA)[A-Z0-9]{16}\b|(sk|pk|rk)_(live|test)_[A-Za-z0-9]{8,}|whsec_[A-Za-z0-9]{20,}"
            + @"|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{20,}|xox[abeprs]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{20,}"
            + @"|AIza[A-Za-z0-9_-]{35}|ya29\.[A-Za-z0-9_-]{20,}|SG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,}|hv[sb]\.[A-Za-z0-9_-]{24,}"
            + @"|npm_[A-Za-z0-9]{36}|pypi-[A-Za-z0-9_-]{16,}|shp(at|ca|pa|ss)_[a-fA-F0-9]{32}|dop_v1_[a-f0-9]{64}|sk-((ant|proj|svcacct)-[A-Za-z0-9_-]{20,}|[A-Za-z0-9]{32,})))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    internal static partial Regex WellKnownToken();

    /// <summary>A private key in the form of PEM, up to its end or that of the text; line ends and spaces may be written as escapes.</summary>
    [GeneratedRegex(
        @"-----BEGIN[ +%A-Z0-9]{0,40}PRIVATE[ +%0-9]{1,8}KEY[ +%A-Z0-9]{0,20}-----(?<s>.*?)(-----END|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    internal static partial Regex PrivateKey();

    /// <summary>The credentials of an HTTP authorisation scheme.</summary>
    [GeneratedRegex(
        @"\b(Bearer|Basic|Digest|Negotiate|NTLM|Token)\s+(?<s>[A-Za-z0-9._~+/=-]{6,})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    internal static partial Regex SchemeCredentials();

    /// <summary>The user information of a URI.</summary>
    [GeneratedRegex(@"://(?<s>[^/\s@""'<>]+)@", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    internal static partial Regex UserInformation();

    /// <summary>The value behind a telling name: connection strings, query parameters, JSON, printed settings.</summary>
    [GeneratedRegex(TellingName + "[=:]" + ItsValue, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    internal static partial Regex NamedValue();

    /// <summary>The same where a colon says something else: <c>http://secrets:8080/</c> names a host.</summary>
    [GeneratedRegex(TellingName + "=" + ItsValue, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    internal static partial Regex AssignedValue();
}
