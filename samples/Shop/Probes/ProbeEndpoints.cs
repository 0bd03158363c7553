using System.Security.Cryptography;

namespace Shop.Probes;

/// <summary>Endpoints with a known cost, for measuring what observing the service costs.</summary>
public static class ProbeEndpoints
{
    // About 1 ms of CPU: a fixed amount of work, so that whatever slows the process down shows.
    private const int WorkRounds = 30;
    private static readonly byte[] WorkInput = new byte[64 * 1024];

    public static void MapProbes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ping", () => "pong");
        routes.MapGet("/work", Work);
    }

    private static string Work()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var round = 0; round < WorkRounds; round++)
            SHA256.HashData(WorkInput, hash);
        return Convert.ToHexString(hash[..4]);
    }
}
