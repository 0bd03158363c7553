using System.Text.Json;
using NUnit.Framework;

namespace Weave.Tests.Solutions;

/// <summary>Calls the tool as the targets do, in a folder of its own.</summary>
internal sealed class ToolCall : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("replaykit tool-");

    /// <summary>Folder for inputs.</summary>
    public string Inputs => _folder.CreateSubdirectory("in").FullName;

    public string Woven => Path.Combine(_folder.FullName, "woven");

    /// <summary>Copies an assembly, as compiled, with its symbols, to the folder for inputs.</summary>
    public string Take(string source)
    {
        var symbols = Path.ChangeExtension(source, ".pdb");
        if (File.Exists(symbols)) File.Copy(symbols, Path.Combine(Inputs, Path.GetFileName(symbols)));
        var taken = Path.Combine(Inputs, Path.GetFileName(source));
        File.Copy(source, taken);
        return taken;
    }

    /// <summary>Takes the library of the shared solution: 2 awaits, 1 delay.</summary>
    public string TakeLibrary() => Take(Path.Combine(SharedSolution.Solution.OutputOf("Third.Party"), "Third.Party.dll"));

    public Task<ProcessRun> WeaveAsync(params string[] assemblies) => RunAsync([.. assemblies.SelectMany(static path => (string[])["--assembly", path])]);

    public async Task<ProcessRun> RunAsync(params string[] arguments)
    {
        var file = Path.Combine(_folder.FullName, "arguments.rsp");
        string[] all = ["--output", Woven, "--report", Path.Combine(_folder.FullName, "report.json"), .. arguments];
        await File.WriteAllLinesAsync(file, all.Select(static argument => argument.StartsWith("--", StringComparison.Ordinal) ? argument : $"\"{argument}\"").Append("# a comment"));
        return await ProcessRun.DotnetAsync(_folder.FullName, "exec", Path.Combine(WeaveTool.Folder, "replaykit-weave.dll"), $"@{file}");
    }

    /// <summary>The entries of the weave report.</summary>
    public List<JsonElement> Report()
    {
        var path = Path.Combine(_folder.FullName, "report.json");
        Assert.That(path, Does.Exist);
        return [.. JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray()];
    }

    public string PathOfWoven(string name) => Path.Combine(Woven, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
