namespace TraceFormat.Tests.Wire;

/// <summary>A folder of its own for one test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("replaykit-wire-").FullName;

    public string File(string name = "a.rktrace") => System.IO.Path.Combine(Path, name);

    public string Write(byte[] bytes, string name = "a.rktrace")
    {
        // In place: a file that is emptied and filled again is hurried to the disk by some file systems, and these tests do it thousands of times.
        using var file = System.IO.File.Open(File(name), FileMode.OpenOrCreate, FileAccess.Write);
        file.Write(bytes);
        file.SetLength(bytes.Length);
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
