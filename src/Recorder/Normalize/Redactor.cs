using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace ReplayKit.Recorder.Normalize;

/// <summary>Replaces secrets before anything of them reaches the disk. Equality and length of what it replaces are kept.</summary>
/// <remarks>Pure: its results depend only on its options, its key and its arguments.</remarks>
public sealed class Redactor
{
    // An exception's message is for people. What is longer than this is a dump of data, and the likelier to hold a secret in no known form.
    private const int TextLengthMax = 4096;

    private readonly SecretNames _names;
    private readonly KeyedHash _hash;

    /// <summary>Makes one.</summary>
    /// <param name="options">What to replace.</param>
    /// <param name="key">The recording's key: 32 random bytes, never stored.</param>
    public Redactor(RedactionOptions options, ReadOnlySpan<byte> key)
    {
        _names = new SecretNames(options);
        _hash = new KeyedHash(key);
    }

    /// <summary>The names looked for; empty when redaction is off.</summary>
    public ImmutableArray<string> Configured => _names.Configured;

    /// <summary>A header's value as the recording may hold it.</summary>
    public string Header(string name, string value)
    {
        if (!_names.IsSecretHeader(name)) return LooksLikeUri(value) ? UriWithin(value) : Forms(value);
        if (name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase)) return Authorization(value);
        return name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? Cookies(value) : _hash.Replace(value);
    }

    /// <summary>A query as the recording may hold it.</summary>
    /// <param name="query">With its leading question mark, or empty.</param>
    public string Query(string query)
    {
        if (query.Length == 0) return query;
        var mark = query[0] == '?' ? 1 : 0;
        var text = new StringBuilder(query.Length).Append(query, 0, mark);
        foreach (var range in query.AsSpan(mark).Split('&'))
        {
            if (range.Start.Value > 0) text.Append('&');
            AppendParameter(text, query.AsSpan(mark)[range]);
        }

        return text.ToString();
    }

    /// <summary>A path as the recording may hold it: a token that shows by its form is replaced.</summary>
    public string Path(string path) => Scrub(path);

    /// <summary>A URI as the recording may hold it: user information, secret parameters and tokens replaced.</summary>
    public string Uri(string uri)
    {
        var fragment = uri.IndexOf('#', StringComparison.Ordinal);
        var end = fragment < 0 ? uri.Length : fragment;
        var query = uri.IndexOf('?', 0, end);
        var head = query < 0 ? uri[..end] : uri[..query];
        if (_names.UsesDefaults) head = Replace(SecretPatterns.AssignedValue(), Replace(SecretPatterns.UserInformation(), head));
        var middle = query < 0 ? "" : Query(uri[query..end]);
        // Implicit-flow answers carry their token behind the '#', in the form of a query.
        var tail = fragment < 0 ? "" : "#" + Query(uri[(fragment + 1)..]);
        return Scrub(head) + middle + tail;
    }

    /// <summary>A text for people, such as an exception's message, as the recording may hold it.</summary>
    public string Text(string text)
    {
        if (text.Length > TextLengthMax) text = text[..TextLengthMax];
        return Forms(text);
    }

    // A header with a space in it is more than a URI: a list of links, or a text that names one.
    private string UriWithin(string value)
    {
        var redacted = Uri(value);
        return value.Any(char.IsWhiteSpace) ? Forms(redacted) : redacted;
    }

    // Whatever shows by its form: connection strings, credentials behind a telling word, tokens, private keys.
    private string Forms(string text)
    {
        if (!_names.UsesDefaults) return text;
        // Most texts are headers that hold nothing: what a pattern cannot do without is looked for first.
        if (text.Contains("-----", StringComparison.Ordinal)) text = Replace(SecretPatterns.PrivateKey(), text);
        if (text.Contains("://", StringComparison.Ordinal)) text = Replace(SecretPatterns.UserInformation(), text);
        text = Replace(SecretPatterns.SchemeCredentials(), text);
        if (text.AsSpan().ContainsAny('=', ':')) text = Replace(SecretPatterns.NamedValue(), text);
        return Scrub(text);
    }

    // What is only a secret when it is decoded is replaced as a whole: the encoded text has no place to cut at.
    private string ParameterValue(string value)
    {
        var decoded = SecretNames.Decode(value);
        if (decoded == value) return Forms(value);
        return Forms(decoded) == decoded ? value : _hash.Replace(value);
    }

    private void AppendParameter(StringBuilder text, ReadOnlySpan<char> parameter)
    {
        var equals = parameter.IndexOf('=');
        if (equals < 0)
        {
            text.Append(ParameterValue(parameter.ToString()));
            return;
        }

        var name = parameter[..equals].ToString();
        var value = parameter[(equals + 1)..];
        text.Append(name).Append('=');
        text.Append(_names.IsSecretParameter(SecretNames.Decode(name)) ? _hash.Replace(value) : ParameterValue(value.ToString()));
    }

    // The scheme tells how a client signed in, not who; replay needs it to be the same kind of request.
    private string Authorization(string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return space <= 0 ? _hash.Replace(value) : value[..(space + 1)] + _hash.Replace(value.AsSpan(space + 1));
    }

    // Names stay: which cookies a client sent decides paths, their values are the secret.
    private string Cookies(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var range in value.AsSpan().Split(';'))
        {
            if (range.Start.Value > 0) text.Append(';');
            var cookie = value.AsSpan()[range];
            var equals = cookie.IndexOf('=');
            text.Append(cookie[..(equals + 1)]).Append(_hash.Replace(cookie[(equals + 1)..]));
        }

        return text.ToString();
    }

    private string Scrub(string value) =>
        _names.UsesDefaults ? Replace(SecretPatterns.WellKnownToken(), value) : value;

    private string Replace(Regex pattern, string text) =>
        pattern.Replace(text, match =>
        {
            var secret = match.Groups["s"];
            var at = secret.Index - match.Index;
            return string.Concat(match.ValueSpan[..at], _hash.Replace(secret.ValueSpan), match.ValueSpan[(at + secret.Length)..]);
        });

    private static bool LooksLikeUri(string value) =>
        value.Contains('?', StringComparison.Ordinal) || value.Contains("://", StringComparison.Ordinal);
}
