using System.Net;

namespace Load;

/// <summary>The service to put under load. It is on this machine: no other address can be expressed.</summary>
public sealed class Target
{
    private Target(Uri address) => Address = address;

    public Uri Address { get; }

    /// <summary>Reads a target, for example <c>http://127.0.0.1:5000</c>.</summary>
    /// <exception cref="FormatException">It is no http address, or not on this machine. The message is meant for a person.</exception>
    public static Target Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp)
            throw new FormatException($"'{text}' is not an http address. Use for example http://127.0.0.1:5000");
        if (!IsLoopback(address))
            throw new FormatException($"'{text}' is not on this machine. Load is only ever put on a loopback address, such as http://127.0.0.1:5000");
        return new Target(new Uri(address.GetLeftPart(UriPartial.Authority)));
    }

    /// <summary>The address of a path of this target.</summary>
    /// <exception cref="FormatException">The path leads elsewhere.</exception>
    public Uri At(string path)
    {
        // "//host/x" and "http://host/x" name another host: a path begins with exactly one slash.
        if (!path.StartsWith('/') || !Uri.TryCreate(Address, path, out var address) || address.Authority != Address.Authority)
            throw new FormatException($"'{path}' is not a path of {Address}. Use for example /ping");
        return address;
    }

    public override string ToString() => Address.GetLeftPart(UriPartial.Authority);

    private static bool IsLoopback(Uri address) =>
        address.Host == "localhost" || (IPAddress.TryParse(address.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip));
}
