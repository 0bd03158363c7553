namespace Shop.Tests;

/// <summary>A copy of a saved incident, for tests that keep something with it.</summary>
internal sealed class IncidentCopy : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("replaykit-incident-").FullName;

    public IncidentCopy(params string[] incidents)
    {
        foreach (var incident in incidents)
        {
            var folder = Directory.CreateDirectory(PathOf(incident)).FullName;
            foreach (var file in Directory.EnumerateFiles(Saved(incident))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    /// <summary>The folder that holds the copies.</summary>
    public string Root => _root;

    /// <summary>The copy of an incident.</summary>
    public string PathOf(string incident) => Path.Combine(_root, Path.GetFileName(incident));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Saved(string incident)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, incident))) folder = folder.Parent;
        return Path.Combine(folder.FullName, incident);
    }
}
