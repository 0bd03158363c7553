using System.Collections.Immutable;

namespace ReplayKit.Recorder.Checking;

/// <summary>Names a token by how it begins.</summary>
internal static class TokenNames
{
    private static readonly ImmutableArray<(string Prefix, string Name)> s_names =
    [
        ("eyJ", "JSON web token"), ("AKIA", "AWS access key"), ("ASIA", "AWS access key"), ("gh", "GitHub token"), ("github_pat_", "GitHub token"),
        ("glpat-", "GitLab token"), ("xox", "Slack token"), ("xapp-", "Slack token"), ("AIza", "Google API key"), ("ya29.", "Google access token"),
        ("whsec_", "Stripe key"), ("sk_", "Stripe key"), ("pk_", "Stripe key"), ("rk_", "Stripe key"), ("npm_", "npm token"), ("pypi-", "PyPI token"),
        ("SG.", "SendGrid key"), ("hv", "Vault token"), ("shp", "Shopify token"), ("dop_v1_", "DigitalOcean token"), ("sk-", "API key of an AI service"),
    ];

    /// <summary>What kind of token it is, in words.</summary>
    /// <param name="token">The token.</param>
    internal static string Of(string token)
    {
        foreach (var (prefix, name) in s_names)
        {
            if (token.StartsWith(prefix, StringComparison.Ordinal)) return name;
        }

        return "token";
    }
}
