namespace ReplayKit.Running;

/// <summary>Finds an incident's folder: tests run from an output folder, incidents lie at the root of the repository.</summary>
internal static class IncidentPaths
{
    /// <summary>The full path of <paramref name="path"/>.</summary>
    /// <param name="path">Absolute, or relative to <paramref name="start"/> or to a folder above it.</param>
    /// <param name="start">Where the search begins.</param>
    /// <exception cref="ReplaySetupException">There is no such folder.</exception>
    public static string Resolve(string path, string start)
    {
        if (Path.IsPathRooted(path)) return Directory.Exists(path) ? path : throw Missing(path, "");
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, path);
            if (Directory.Exists(candidate)) return candidate;
        }

        throw Missing(path, $" in {start} and in no folder above it");
    }

    private static ReplaySetupException Missing(string path, string where) =>
        new($"There is no folder {path}{where}. Make it with: replaykit cut FILE.rktrace -o {path}");
}
