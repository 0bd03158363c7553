namespace ReplayKit.Weave;

/// <summary>Finds the assemblies of a shared framework, as the host will when the tests run.</summary>
internal static class SharedFramework
{
    // Woven, it would be called by the hooks, and call them.
    private const string Core = "System.Private.CoreLib";

    /// <summary>The assemblies of the newest patch of a framework.</summary>
    /// <param name="request">Folder of the framework's versions, a bar, and the version that the project asks for.</param>
    public static IEnumerable<FileInfo> AssembliesOf(string request)
    {
        var parts = request.Split('|');
        if (parts.Length != 2 || VersionOf(parts[1]) is not { } asked || !Directory.Exists(parts[0])) return [];
        var newest = new DirectoryInfo(parts[0]).EnumerateDirectories()
            .Select(static folder => (Folder: folder, Version: VersionOf(folder.Name)))
            .Where(found => found.Version is { } version && version.Major == asked.Major && version.Minor == asked.Minor && version >= asked)
            .MaxBy(static found => found.Version).Folder;
        return newest is null ? [] : newest.EnumerateFiles("*.dll").Where(static file => !file.Name.StartsWith(Core, StringComparison.Ordinal)).OrderBy(static file => file.Name, StringComparer.Ordinal);
    }

    private static Version? VersionOf(string text) => Version.TryParse(text.Split('-')[0], out var version) ? version : null;
}
