using System.Text.Json;
using ReplayKit.Replayer.Weaving;

namespace ReplayKit.Weave;

/// <summary>The folder of woven assemblies: holds exactly the last call's, and remembers what they were made from.</summary>
internal sealed class WovenFolder(DirectoryInfo folder)
{
    private const string MemoryName = "woven.json";
    private const string StagingName = "staging";
    private readonly List<WovenFile> _files = [];
    private readonly Dictionary<string, WovenFile> _before = Read(Path.Combine(folder.FullName, MemoryName));

    /// <summary>The report of an earlier call, if it still holds.</summary>
    public WeaveReport? FindFresh(FileInfo input)
    {
        if (!_before.TryGetValue(input.Name, out var before) || !before.IsOf(input) || !File.Exists(PathOf(input.Name))) return null;
        _files.Add(before);
        return before.Report;
    }

    /// <summary>The woven copies of assemblies of the framework, as the last call left them.</summary>
    public IReadOnlyList<FileInfo> FrameworkAssemblies() =>
        [.. _before.Values.Where(static file => file.IsOfFramework).Select(file => new FileInfo(PathOf(Path.GetFileName(file.Input)))).Where(static file => file.Exists).OrderBy(static file => file.Name, StringComparer.Ordinal)];

    /// <summary>Weaves an assembly.</summary>
    /// <exception cref="WeaveException">It cannot be woven.</exception>
    public WeaveReport Weave(FileInfo input, WeaveArguments arguments)
    {
        // Woven elsewhere and moved: a build that is killed leaves no half-written assembly behind.
        var staging = Path.Combine(folder.FullName, StagingName);
        var (staged, symbols) = (Path.Combine(staging, input.Name), Path.ChangeExtension(input.Name, ".pdb"));
        var report = Weaver.Weave(new WeaveRequest(input.FullName, staged, arguments.SearchDirectories));
        var made = WovenFile.Of(input, report) with { IsOfFramework = arguments.FrameworkAssemblies.Any(file => file.FullName == input.FullName) };
        File.Delete(PathOf(symbols));
        if (File.Exists(Path.Combine(staging, symbols))) File.Move(Path.Combine(staging, symbols), PathOf(symbols));
        File.Move(staged, PathOf(input.Name), overwrite: true);
        _files.Add(made);
        return made.Report;
    }

    /// <summary>Deletes what this call did not make or keep, and writes down what it did.</summary>
    public void Close()
    {
        folder.Create();
        if (Directory.Exists(Path.Combine(folder.FullName, StagingName))) Directory.Delete(Path.Combine(folder.FullName, StagingName), recursive: true);
        var kept = _files.Select(static file => Path.GetFileNameWithoutExtension(file.Input)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var file in folder.EnumerateFiles().Where(file => file.Extension is ".dll" or ".pdb" && !kept.Contains(Path.GetFileNameWithoutExtension(file.Name))))
            file.Delete();
        File.WriteAllText(PathOf(MemoryName), JsonSerializer.Serialize(_files, WeaveJson.Options));
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private static Dictionary<string, WovenFile> Read(string path)
    {
        if (!File.Exists(path)) return [];
        try
        {
            var files = JsonSerializer.Deserialize<WovenFile[]>(File.ReadAllText(path), WeaveJson.Options) ?? [];
            return files.ToDictionary(static file => Path.GetFileName(file.Input), StringComparer.OrdinalIgnoreCase);
        }
        catch (JsonException)
        {
            // Cut short by a killed build: everything is woven again.
            return [];
        }
    }
}
