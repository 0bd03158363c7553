namespace TraceFormat.Tests.Wire;

/// <summary>A folder of its own for one test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("replaykit-wire-").FullName;

    public string File(string name = "a.rktrace") => System.IO.Path.Combine(Path, name);

    public string Write(byte[] bytes, string name = "a.rktrace")
    {
        System.IO.File.WriteAllBytes(File(name), bytes);
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
