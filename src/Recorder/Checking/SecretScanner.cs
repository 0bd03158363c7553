using System.Text.RegularExpressions;
using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.Checking;

/// <summary>Finds secrets in what a recording holds: what redaction replaces and did not, and what has no name to be known by.</summary>
/// <remarks>Pure. It looks by the built-in rules, whatever rules the recording was made with.</remarks>
public sealed class SecretScanner
{
    // A word behind "Token" or "Basic" in a message is a credential when it is not an ordinary word.
    private const int CredentialLengthMin = 16;
    private const int PrivateKeyLengthMin = 32;

    private readonly SecretNames _names = new(RedactionOptions.Default);

    /// <summary>Secrets in a header.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public IEnumerable<SecretMatch> Header(string name, string value)
    {
        if (!_names.IsSecretHeader(name)) return LooksLikeUri(value) ? Uri(value) : Text(value);
        if (name.Equals("Cookie", StringComparison.OrdinalIgnoreCase)) return Cookies(value);
        var space = name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase) ? value.IndexOf(' ', StringComparison.Ordinal) : -1;
        return Named(name, value[(space + 1)..]);
    }

    /// <summary>Secrets in a query.</summary>
    /// <param name="query">With or without its question mark.</param>
    public IEnumerable<SecretMatch> Query(string query)
    {
        foreach (var parameter in query.TrimStart('?').Split('&'))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? "" : SecretNames.Decode(parameter[..equals]);
            var value = parameter[(equals + 1)..];
            foreach (var match in _names.IsSecretParameter(name) ? Named(name, value) : Text(SecretNames.Decode(value))) yield return match;
        }
    }

    /// <summary>Secrets in a URI.</summary>
    /// <param name="uri">The URI.</param>
    public IEnumerable<SecretMatch> Uri(string uri)
    {
        var fragment = uri.IndexOf('#', StringComparison.Ordinal);
        var end = fragment < 0 ? uri.Length : fragment;
        var query = uri.IndexOf('?', 0, end);
        var matches = Forms(query < 0 ? uri[..end] : uri[..query], SecretPatterns.AssignedValue());
        if (query >= 0) matches = matches.Concat(Query(uri[query..end]));
        return fragment < 0 ? matches : matches.Concat(Query(uri[(fragment + 1)..]));
    }

    /// <summary>Secrets in a text for people, a path, or a database command.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<SecretMatch> Text(string text) => Forms(text, SecretPatterns.NamedValue());

    private static IEnumerable<SecretMatch> Forms(string text, Regex named)
    {
        foreach (Match match in SecretPatterns.PrivateKey().Matches(text))
        {
            if (Sent(match) is { Length: >= PrivateKeyLengthMin } key) yield return new(FindingKind.PrivateKey, "private key", key);
        }

        foreach (Match match in SecretPatterns.WellKnownToken().Matches(text))
        {
            yield return new(FindingKind.Token, TokenNames.Of(match.Value), match.Value);
        }

        foreach (Match match in SecretPatterns.UserInformation().Matches(text))
        {
            if (Sent(match) is { } user && user.Contains(':', StringComparison.Ordinal)) yield return new(FindingKind.ConnectionString, "user and password in a URI", user);
        }

        foreach (Match match in SecretPatterns.SchemeCredentials().Matches(text))
        {
            if (Sent(match) is { } credential && IsCredential(credential)) yield return new(FindingKind.NamedSecret, "credentials of an authorisation scheme", credential);
        }

        foreach (var match in NamedValues(text, named)) yield return match;
        foreach (var number in CardNumbers.In(text)) yield return new(FindingKind.CardNumber, "number of a payment card", number);
    }

    private static IEnumerable<SecretMatch> NamedValues(string text, Regex named)
    {
        foreach (Match match in named.Matches(text))
        {
            if (Sent(match) is not { } value || IsPlaceholder(value)) continue;
            var isConnection = ConnectionParts.IsIn(text);
            yield return isConnection
                ? new(FindingKind.ConnectionString, "password in a connection string", value)
                : new(FindingKind.NamedSecret, "value behind a telling name", value);
        }
    }

    private static IEnumerable<SecretMatch> Named(string name, string value)
    {
        if (value.Length > 0 && !ReplacedText.Is(value)) yield return new(FindingKind.NamedSecret, $"value of {name}", value);
    }

    private static IEnumerable<SecretMatch> Cookies(string value)
    {
        foreach (var cookie in value.Split(';'))
        {
            var equals = cookie.IndexOf('=', StringComparison.Ordinal);
            foreach (var match in Named($"cookie {cookie[..Math.Max(equals, 0)].Trim()}".TrimEnd(), cookie[(equals + 1)..])) yield return match;
        }
    }

    // What a pattern found, unless it is what redaction put there.
    private static string? Sent(Match match) => ReplacedText.Is(match.Groups["s"].ValueSpan) ? null : match.Groups["s"].Value;

    // A parameter of a command (@p0, $1, ?, :id), a template (${KEY}, {0}), or the recorder's mark cut in two by a quote.
    private static bool IsPlaceholder(string value) => value[0] is '@' or '$' or '?' or ':' or '{' or '%' or '<' or '*' || value.StartsWith(KeyedHash.Mark, StringComparison.Ordinal);

    private static bool IsCredential(string value) => value.Length >= CredentialLengthMin || value.AsSpan().ContainsAnyInRange('0', '9') || value.Contains('=', StringComparison.Ordinal);

    private static bool LooksLikeUri(string value) => value.Contains('?', StringComparison.Ordinal) || value.Contains("://", StringComparison.Ordinal);
}
