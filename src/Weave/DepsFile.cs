using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ReplayKit.Weave;

/// <summary>Names woven assemblies of the framework in the file by which the host finds assemblies: it takes the copy with the higher file version.</summary>
internal static class DepsFile
{
    private const string Library = "ReplayKit.Woven/1.0.0";
    private const string FileVersion = "65535.0.0.0";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Makes the file name exactly these assemblies; none takes out what an earlier call put in.</summary>
    /// <param name="path">The file.</param>
    /// <param name="assemblies">The woven assemblies.</param>
    public static void Write(string path, IReadOnlyList<FileInfo> assemblies)
    {
        if (!File.Exists(path)) return;
        var before = File.ReadAllText(path);
        if (assemblies.Count == 0 && !before.Contains(Library, StringComparison.Ordinal)) return;
        if (JsonNode.Parse(before) is not JsonObject root || root["targets"] is not JsonObject targets || root["libraries"] is not JsonObject libraries) return;
        foreach (var (_, target) in targets) (target as JsonObject)?.Remove(Library);
        libraries.Remove(Library);
        if (assemblies.Count > 0 && root["runtimeTarget"]?["name"]?.GetValue<string>() is { } name && targets[name] is JsonObject runtime)
        {
            runtime[Library] = new JsonObject { ["runtime"] = new JsonObject(assemblies.Select(Entry)) };
            libraries[Library] = new JsonObject { ["type"] = "reference", ["serviceable"] = false, ["sha512"] = "" };
        }

        var after = root.ToJsonString(Indented);
        if (after != before) File.WriteAllText(path, after);
    }

    private static KeyValuePair<string, JsonNode?> Entry(FileInfo assembly) => new(assembly.Name, new JsonObject
    {
        ["assemblyVersion"] = AssemblyName.GetAssemblyName(assembly.FullName).Version!.ToString(),
        ["fileVersion"] = FileVersion,
    });
}
