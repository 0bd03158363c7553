using System.Reflection.PortableExecutable;

namespace ReplayKit.Replayer.Weaving;

/// <summary>What an assembly's file holds besides IL.</summary>
internal static class AssemblyImage
{
    private const int ReadyToRunMagic = 0x00525452; // "RTR"

    /// <summary>Whether the file holds code that was compiled ahead of time (ReadyToRun) from IL that it holds too.</summary>
    /// <exception cref="WeaveException">It is no .NET assembly, or holds native code that has no IL.</exception>
    public static bool IsPrecompiled(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        if (image.PEHeaders.CorHeader is not { } header || !image.HasMetadata)
            throw new WeaveException($"{Path.GetFileName(path)} cannot be woven: it is a native library, not a .NET assembly.");
        if ((header.Flags & CorFlags.ILOnly) != 0) return false;
        var native = header.ManagedNativeHeaderDirectory;
        if (native.Size >= sizeof(int) && image.GetSectionData(native.RelativeVirtualAddress).GetReader().ReadInt32() == ReadyToRunMagic) return true;
        throw new WeaveException($"{Path.GetFileName(path)} cannot be woven: it is a mixed assembly (C++/CLI), whose native code would be lost.");
    }
}
