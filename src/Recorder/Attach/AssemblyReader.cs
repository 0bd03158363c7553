using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Attach;

/// <summary>Reads what a recording needs to know of assembly files, from their metadata, without loading them.</summary>
public static class AssemblyReader
{
    /// <summary>Identity of the assembly in a file; null when the file is gone or holds none.</summary>
    public static RecordedAssembly? ReadIdentity(string file) =>
        Read(file, metadata => Identity(file, metadata));

    /// <summary>Async methods of the assembly in a file; empty when the file is gone or holds none.</summary>
    public static ImmutableArray<AsyncMethod> ReadAsyncMethods(string file)
    {
        var methods = Read(file, metadata => AsyncMethodIndex.Build(metadata, Identity(file, metadata)).ToArray());
        return methods is null ? [] : [.. methods];
    }

    /// <summary>Whether a file lies in the folder of a shared framework.</summary>
    public static bool IsOfFramework(string file)
    {
        // ".../shared/Microsoft.NETCore.App/10.0.0/System.Runtime.dll"
        var parts = file.Split('/', '\\');
        return parts.Length >= 4 && parts[^4].Equals("shared", StringComparison.OrdinalIgnoreCase)
            && parts[^3].EndsWith(".App", StringComparison.OrdinalIgnoreCase);
    }

    private static RecordedAssembly Identity(string file, MetadataReader metadata)
    {
        var assembly = metadata.GetAssemblyDefinition();
        var mvid = metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
        return new RecordedAssembly(metadata.GetString(assembly.Name), assembly.Version.ToString(), mvid, IsOfFramework(file));
    }

    private static T? Read<T>(string file, Func<MetadataReader, T> read) where T : class
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var image = new PEReader(stream);
            if (!image.HasMetadata) return null;
            var metadata = image.GetMetadataReader();
            return metadata.IsAssembly ? read(metadata) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return null; // replaced or removed since it was loaded, or native: the recording is poorer by its names, not wrong
        }
    }
}
