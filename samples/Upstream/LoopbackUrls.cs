using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Upstream;

/// <summary>The addresses to listen on. This service stands in for a real one in demonstrations, so it stays on this machine.</summary>
public static class LoopbackUrls
{
    private const string Default = "http://127.0.0.1:5080";

    public static bool TryRead(
        IConfiguration configuration,
        [NotNullWhen(true)] out string[]? urls,
        [NotNullWhen(false)] out string? refusal)
    {
        var asked = (configuration["urls"] ?? Default).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var foreign = asked.FirstOrDefault(url => !IsLoopback(url));
        urls = foreign is null ? asked : null;
        refusal = foreign is null ? null : $"'{foreign}' is not a loopback address. Use for example --urls http://127.0.0.1:0";
        return foreign is null;
    }

    private static bool IsLoopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return false;
        return uri.Host == "localhost" || (IPAddress.TryParse(uri.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));
    }
}
