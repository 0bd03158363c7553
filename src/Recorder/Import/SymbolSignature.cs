using System.Reflection.PortableExecutable;

namespace ReplayKit.Recorder.Import;

/// <summary>The number by which an assembly's file and its symbols know each other; each build has its own.</summary>
public static class SymbolSignature
{
    /// <summary>Reads it.</summary>
    /// <param name="file">The assembly's file.</param>
    /// <returns>Null when the file is not there, is none of .NET, or was built without symbols.</returns>
    public static Guid? Read(string file)
    {
        try
        {
            if (!File.Exists(file)) return null;
            using var stream = File.OpenRead(file);
            using var image = new PEReader(stream);
            foreach (var entry in image.ReadDebugDirectory())
            {
                // A precompiled image carries a second entry, of its native code; its age tells nothing, its name does.
                if (entry.Type != DebugDirectoryEntryType.CodeView) continue;
                var view = image.ReadCodeViewDebugDirectoryData(entry);
                if (!view.Path.EndsWith(".ni.pdb", StringComparison.OrdinalIgnoreCase)) return view.Guid;
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return null; // gone, locked or native: then it is not the file that was asked for
        }
    }
}
