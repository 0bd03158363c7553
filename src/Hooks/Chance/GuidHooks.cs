namespace ReplayKit.Hooks;

/// <summary>What woven code calls instead of <see cref="Guid"/>: drawn from the run's chance, and from its clock.</summary>
public static class GuidHooks
{
    private const int Length = 16;
    private const int TimeLength = 6;

    /// <summary>In place of <see cref="Guid.NewGuid"/>.</summary>
    public static Guid NewGuid() => Control.Current is { } control ? Make(control, 4, null) : Guid.NewGuid();

    /// <summary>In place of <see cref="Guid.CreateVersion7()"/>.</summary>
    public static Guid CreateVersion7() => Control.Current is { } control ? Make(control, 7, control.Time.GetUtcNow()) : Guid.CreateVersion7();

    /// <summary>In place of <see cref="Guid.CreateVersion7(DateTimeOffset)"/>.</summary>
    public static Guid CreateVersion7(DateTimeOffset timestamp) =>
        Control.Current is { } control && timestamp >= DateTimeOffset.UnixEpoch ? Make(control, 7, timestamp) : Guid.CreateVersion7(timestamp);

    private static Guid Make(IControl control, int version, DateTimeOffset? time)
    {
        Span<byte> bytes = stackalloc byte[Length];
        control.NextBytes(bytes);
        if (time is { } at)
        {
            var milliseconds = at.ToUnixTimeMilliseconds();
            for (var i = 0; i < TimeLength; i++) bytes[i] = (byte)(milliseconds >> (8 * (TimeLength - 1 - i)));
        }

        bytes[6] = (byte)((bytes[6] & 0x0F) | (version << 4));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
