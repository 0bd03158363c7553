using NUnit.Framework;

namespace Weave.Tests.Solutions;

/// <summary>A small solution in a folder of its own, with a space in its name, and a copy of the tool.</summary>
internal sealed class GeneratedSolution : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("replaykit weave-");

    public GeneratedSolution()
    {
        SolutionSources.Write(Root);
        WeaveTool.CopyTo(ToolFolder);
    }

    public string Root => _folder.FullName;

    public string ToolFolder => Path.Combine(Root, "tool");

    /// <summary>The output folder of the program that stands for the test project.</summary>
    public string ChecksOutput => OutputOf("Checks");

    public string Woven => Path.Combine(Root, "Checks", "obj", "Debug", "net10.0", "replaykit", "woven");

    public string OutputOf(string project, string configuration = "Debug") => Path.Combine(Root, project, "bin", configuration, "net10.0");

    /// <summary>Whether the test project is built as <see cref="SolutionSources.UsualItems"/> has it: a test that leaves it otherwise says so.</summary>
    public bool IsUsual { get; set; }

    /// <summary>Brings the solution back to where the first build left it; at no cost if it is there.</summary>
    public async Task BuildAsUsualAsync()
    {
        if (IsUsual) return;
        SolutionSources.WriteChecks(Root, SolutionSources.UsualItems);
        await BuildChecksAsync();
        IsUsual = true;
    }

    /// <summary>Lets the test project have other items from now on.</summary>
    public void WriteChecks(string items)
    {
        IsUsual = false;
        SolutionSources.WriteChecks(Root, items);
    }

    /// <summary>Builds a project and what it references; fails the test when the build fails.</summary>
    public async Task<ProcessRun> BuildAsync(string project = "Checks", params string[] options)
    {
        var run = await TryBuildAsync(project, options);
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        return run;
    }

    public Task<ProcessRun> TryBuildAsync(string project, params string[] options) => DotnetAsync("build", project, options);

    /// <summary>Builds the program alone: the rest is as it was.</summary>
    public Task<ProcessRun> BuildChecksAsync(params string[] options) => BuildAsync("Checks", ["--no-restore", "-p:BuildProjectReferences=false", .. options]);

    public Task<ProcessRun> CleanChecksAsync()
    {
        IsUsual = false;
        return DotnetAsync("clean", "Checks", "-p:BuildProjectReferences=false");
    }

    /// <summary>Runs the program that was built.</summary>
    public async Task<string> RunChecksAsync(string configuration = "Debug")
    {
        var run = await ProcessRun.DotnetAsync(Root, "exec", Path.Combine(OutputOf("Checks", configuration), "Checks.dll"));
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        return run.Output;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // One process per build, and none left behind.
    private Task<ProcessRun> DotnetAsync(string verb, string project, params string[] options) => ProcessRun.DotnetAsync(
        Root, [verb, project, "-nologo", "-m:1", "-nodeReuse:false", $"-p:ReplayKitWeaveTool={Path.Combine(ToolFolder, "replaykit-weave.dll")}", .. options]);
}
