using System.Diagnostics;
using System.Text.Json;
using NUnit.Framework;

namespace Shop.Tests;

/// <summary>Copies the shop, edits the copy, builds it with the program that replays the incidents, and runs that.</summary>
internal static class EditedShopBuild
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    public static async Task<List<JsonElement>> RunAsync(ServiceEdit edit, string pinned)
    {
        var root = RepositoryRoot();
        var folder = Path.Combine(root, "artifacts", "edited", edit.Name.Replace(' ', '-'));
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        CopySources(Path.Combine(root, "samples", "Shop"), Path.Combine(folder, "Shop"));
        CopySources(Path.Combine(root, "tests", "Programs", "EditedShop"), Path.Combine(folder, "EditedShop"));
        foreach (var change in edit.Changes) Apply(Path.Combine(folder, "Shop", change.File), change);

        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}") ? "Release" : "Debug";
        await DotnetAsync(root, "build", Path.Combine(folder, "EditedShop"), "-c", configuration, "-v", "q", "-nologo");
        // The test host finds the content root of the shop through a file in the current folder.
        var bin = Path.Combine(folder, "EditedShop", "bin", configuration, "net10.0");
        var output = await DotnetAsync(bin, "exec", Path.Combine(bin, "EditedShop.dll"), pinned);
        return [.. output.Split('\n').Where(static line => line.StartsWith('{')).Select(static line => JsonDocument.Parse(line).RootElement)];
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ReplayKit.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run from inside the repository.");
    }

    private static void CopySources(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj") continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, relative))!);
            File.Copy(file, Path.Combine(to, relative));
        }
    }

    private static void Apply(string path, SourceChange change)
    {
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(change.Old), $"{change.File} changed: mend the edit");
        File.WriteAllText(path, text.Replace(change.Old, change.New));
    }

    private static async Task<string> DotnetAsync(string workingDirectory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.That(process.ExitCode, Is.Zero, $"dotnet {string.Join(' ', arguments)}\n{await output}\n{await error}");
        return await output;
    }
}
