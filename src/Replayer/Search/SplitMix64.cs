namespace ReplayKit.Replayer.Search;

/// <summary>A source of chance: the same numbers for the same seed, on any machine.</summary>
/// <remarks>Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014, figure 17.</remarks>
/// <param name="seed">Names the sequence.</param>
public sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to below <paramref name="bound"/>, which must be positive.</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        // Multiply and shift (Lemire 2019, without the rejection): the bias is below bound / 2^32.
        return (int)(((Next() >> 32) * (ulong)bound) >> 32);
    }
}
