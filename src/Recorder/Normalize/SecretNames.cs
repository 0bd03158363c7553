using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Decides by its name whether a header or a query parameter is a secret.</summary>
public sealed class SecretNames
{
    private static readonly FrozenSet<string> s_headers = new[]
    {
        "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "Api-Key", "ApiKey", "X-Auth-Token", "X-Access-Token",
        "X-Csrf-Token", "X-Xsrf-Token", "X-Amz-Security-Token", "X-Vault-Token", "Private-Token", "X-Functions-Key", "X-Goog-Api-Key",
        "Ocp-Apim-Subscription-Key", "X-Forwarded-Client-Cert", "X-Client-Cert", "X-Hub-Signature", "X-Hub-Signature-256", "Stripe-Signature",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_parameters = new[]
    {
        "token", "key", "secret", "password", "passwd", "pwd", "pass", "passphrase", "sig", "signature", "code", "auth", "authorization",
        "credential", "credentials", "apikey", "jwt", "sid", "session", "sessionid", "otp", "pin", "sas", "hmac", "ticket", "assertion", "cookie",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // A compound name such as client_secret, X-Amz-Signature or resetToken is secret by one of its words. The short and ambiguous
    // ones of the list above count only as a whole name, except where they end it: access_key, but not key_count.
    private static readonly ImmutableArray<string> s_words =
        ["token", "secret", "password", "passwd", "apikey", "signature", "credential", "authorization", "sessionid", "jwt"];

    private static readonly ImmutableArray<string> s_lastWords = ["key", "sig", "pwd"];

    private readonly bool _useDefaults;
    private readonly FrozenSet<string> _additional;

    /// <summary>Makes one.</summary>
    public SecretNames(RedactionOptions options)
    {
        _useDefaults = options.UseDefaults;
        _additional = options.AdditionalNames.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Configured = [.. (_useDefaults ? s_headers.Concat(s_parameters) : []).Concat(_additional)
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Whether the built-in lists apply.</summary>
    public bool UsesDefaults => _useDefaults;

    /// <summary>The names looked for, for the recording's header; compound names made of them are found as well.</summary>
    public ImmutableArray<string> Configured { get; }

    /// <summary>Whether a header's value is secret.</summary>
    public bool IsSecretHeader(string name) =>
        _additional.Contains(name) || (_useDefaults && (s_headers.Contains(name) || IsCompound(name)));

    /// <summary>Whether a query parameter's value is secret.</summary>
    /// <param name="name">Its name, percent-decoded.</param>
    public bool IsSecretParameter(string name) =>
        _additional.Contains(name) || (_useDefaults && (s_parameters.Contains(name) || IsCompound(name)));

    /// <summary>A name or a value of a query, percent-decoded.</summary>
    /// <param name="text">As it was sent.</param>
    public static string Decode(string text) =>
        text.AsSpan().ContainsAny('%', '+') ? Uri.UnescapeDataString(text.Replace('+', ' ')) : text;

    private static bool IsCompound(string name)
    {
        foreach (var word in s_words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        foreach (var word in s_lastWords)
        {
            if (EndsWithWord(name, word)) return true;
        }

        return false;
    }

    // "access_key", "access-key" and "accessKey", but neither "monkey" nor the handshake's public "Sec-WebSocket-Key".
    private static bool EndsWithWord(string name, string word)
    {
        var start = name.Length - word.Length;
        if (start <= 0 || !name.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        if (name.Equals("Sec-WebSocket-Key", StringComparison.OrdinalIgnoreCase) || name.Equals("Idempotency-Key", StringComparison.OrdinalIgnoreCase)) return false;
        return name[start - 1] is '_' or '-' or '.' || (char.IsUpper(name[start]) && char.IsLower(name[start - 1]));
    }
}
