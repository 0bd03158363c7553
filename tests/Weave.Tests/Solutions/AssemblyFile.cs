using System.Reflection.PortableExecutable;
using Mono.Cecil;

namespace Weave.Tests.Solutions;

/// <summary>Looks into assemblies, and makes ones that cannot be woven.</summary>
internal static class AssemblyFile
{
    private const int FlagsOffset = 16; // of the CLI header, ECMA-335 II.25.3.3

    /// <summary>How often the file is marked as woven.</summary>
    public static int WovenMarks(string path)
    {
        using var module = ModuleDefinition.ReadModule(path, new ReaderParameters { InMemory = true });
        return module.Assembly.CustomAttributes.Count(static attribute => attribute.AttributeType.Name == "WovenAttribute");
    }

    public static bool IsWoven(string path) => WovenMarks(path) > 0;

    public static string IdentityOf(string path) => System.Reflection.AssemblyName.GetAssemblyName(path).FullName;

    /// <summary>Makes the file claim native code beside its IL, as a C++/CLI assembly does.</summary>
    public static void MakeMixed(string path)
    {
        int flags;
        using (var image = new PEReader(File.OpenRead(path))) flags = image.PEHeaders.CorHeaderStartOffset + FlagsOffset;
        var (bytes, written) = (File.ReadAllBytes(path), File.GetLastWriteTimeUtc(path));
        bytes[flags] &= unchecked((byte)~(int)CorFlags.ILOnly);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, written.AddSeconds(1));
    }

    /// <summary>Overwrites rows of the metadata tables.</summary>
    public static void DamageTables(string path)
    {
        const int rowsOffset = 400, length = 800;
        int metadata;
        using (var image = new PEReader(File.OpenRead(path))) metadata = image.PEHeaders.MetadataStartOffset;
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(metadata + rowsOffset, length).Fill(0xFF);
        File.WriteAllBytes(path, bytes);
    }
}
