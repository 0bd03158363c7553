using System.Buffers.Binary;
using ReplayKit.Replayer.Search;

namespace ReplayKit.Replayer.Control;

/// <summary>What one run draws by chance: the same bytes for the same seed.</summary>
internal sealed class ChanceSource(ulong seed)
{
    // Not the scheduler's sequence: what the program draws must not go with what is decided.
    private readonly SplitMix64 _source = new(~seed);

    public void NextBytes(Span<byte> destination)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        while (destination.Length > 0)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, _source.Next());
            var length = Math.Min(word.Length, destination.Length);
            word[..length].CopyTo(destination);
            destination = destination[length..];
        }
    }
}
