using System.Security.Cryptography;

namespace ReplayKit.Hooks;

/// <summary>A generator that is the run's chance under control, and the system's elsewhere.</summary>
internal sealed class HookRandomNumberGenerator : RandomNumberGenerator
{
    public override void GetBytes(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        RandomNumberGeneratorHooks.Fill(data);
    }

    public override void GetBytes(Span<byte> data) => RandomNumberGeneratorHooks.Fill(data);

    public override void GetNonZeroBytes(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        GetNonZeroBytes(data.AsSpan());
    }

    public override void GetNonZeroBytes(Span<byte> data)
    {
        RandomNumberGeneratorHooks.Fill(data);
        for (var i = 0; i < data.Length; i++)
        {
            while (data[i] == 0) RandomNumberGeneratorHooks.Fill(data.Slice(i, 1));
        }
    }
}
