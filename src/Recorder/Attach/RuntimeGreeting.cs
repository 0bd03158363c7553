namespace ReplayKit.Recorder.Attach;

/// <summary>What a runtime sends first on each connection that it makes to a port of ours.</summary>
internal static class RuntimeGreeting
{
    // Magic, a cookie that is the runtime's own for as long as it lives, its pid, and two bytes for later.
    private const int CookieAt = 8;
    private const int CookieLength = 16;
    private const int Length = CookieAt + CookieLength + sizeof(long) + sizeof(short);

    private static ReadOnlySpan<byte> Magic => "ADVR_V1\0"u8;

    /// <summary>Reads it.</summary>
    /// <returns>The cookie.</returns>
    /// <exception cref="EndOfStreamException">The other end hung up.</exception>
    /// <exception cref="InvalidDataException">The other end is no runtime.</exception>
    internal static async Task<Guid> ReadAsync(Stream connection, CancellationToken cancellation)
    {
        var greeting = new byte[Length];
        await connection.ReadExactlyAsync(greeting, cancellation).ConfigureAwait(false);
        if (!greeting.AsSpan().StartsWith(Magic)) throw new InvalidDataException("What connected is not a .NET runtime.");
        return new Guid(greeting.AsSpan(CookieAt, CookieLength));
    }
}
