using System.Buffers.Binary;

namespace ReplayKit.Hooks;

/// <summary>Chance without a seed of the program's own: under control the run's, elsewhere real. It decides at each call, so that one made outside control or in an earlier run is no different.</summary>
internal sealed class HookRandom : Random
{
    private const int DoubleBits = 53;
    private const int SingleBits = 24;

    private HookRandom()
    {
    }

    /// <summary>In place of <see cref="Random.Shared"/>.</summary>
    public static new HookRandom Shared { get; } = new();

    /// <summary>In place of one that is made without a seed. It has no state of its own.</summary>
    public static HookRandom Make() => new();

    public override int Next() => Control.Current is null ? Random.Shared.Next() : (int)Below(int.MaxValue);

    public override int Next(int maxValue) => Control.Current is null || maxValue < 1 ? Random.Shared.Next(maxValue) : (int)Below((ulong)maxValue);

    public override int Next(int minValue, int maxValue) =>
        Control.Current is null || minValue >= maxValue ? Random.Shared.Next(minValue, maxValue) : (int)(minValue + (long)Below((ulong)((long)maxValue - minValue)));

    public override long NextInt64() => Control.Current is null ? Random.Shared.NextInt64() : (long)Below(long.MaxValue);

    public override long NextInt64(long maxValue) => Control.Current is null || maxValue < 1 ? Random.Shared.NextInt64(maxValue) : (long)Below((ulong)maxValue);

    public override long NextInt64(long minValue, long maxValue) =>
        Control.Current is null || minValue >= maxValue
            ? Random.Shared.NextInt64(minValue, maxValue)
            : unchecked((long)((ulong)minValue + Below((ulong)maxValue - (ulong)minValue)));

    public override double NextDouble() => Control.Current is null ? Random.Shared.NextDouble() : (Word() >> (64 - DoubleBits)) * (1.0 / (1UL << DoubleBits));

    public override float NextSingle() => Control.Current is null ? Random.Shared.NextSingle() : (Word() >> (64 - SingleBits)) * (1.0f / (1U << SingleBits));

    public override void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        NextBytes(buffer.AsSpan());
    }

    public override void NextBytes(Span<byte> buffer)
    {
        if (Control.Current is { } control) control.NextBytes(buffer);
        else Random.Shared.NextBytes(buffer);
    }

    protected override double Sample() => NextDouble();

    private static ulong Word()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        Control.Current!.NextBytes(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    // The upper part of a product is even up to a remainder, which is drawn again.
    private static ulong Below(ulong bound)
    {
        var high = Math.BigMul(Word(), bound, out var low);
        if (low >= bound) return high;
        var remainder = unchecked(0UL - bound) % bound;
        while (low < remainder) high = Math.BigMul(Word(), bound, out low);
        return high;
    }
}
