using NUnit.Framework;
using Weave.Tests.Solutions;

namespace Weave.Tests;

/// <summary>Assemblies of the shared framework: woven by name, and named in a deps.json for as long as they are.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FrameworkTests : IDisposable
{
    private const string Channels = "System.Threading.Channels";
    private const string Plain = """{"runtimeTarget":{"name":"net"},"targets":{"net":{"Own/1.0.0":{}}},"libraries":{"Own/1.0.0":{}}}""";
    private readonly ToolCall _tool = new();

    private static string Framework
    {
        get
        {
            var folder = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
            return $"{folder.Parent!.FullName}|{folder.Name}";
        }
    }

    public void Dispose() => _tool.Dispose();

    [TestCase(Channels)]
    [TestCase("System.Threading.Ch*")]
    public async Task Named_assembly_is_woven(string pattern)
    {
        var run = await _tool.RunAsync("--include", pattern, "--framework", Framework);
        Assert.That(run.Output, Does.Contain($"ReplayKit wove {Channels}:"));
        Assert.That(_tool.PathOfWoven($"{Channels}.dll"), Does.Exist);
    }

    [TestCase("*")]
    [TestCase("Sys*")]
    [TestCase("System.Private.CoreLib")]
    public async Task Star_alone_and_the_core_reach_nothing(string pattern)
    {
        await _tool.RunAsync("--include", pattern, "--framework", Framework);
        Assert.That(_tool.Report(), Is.Empty);
    }

    [Test]
    public async Task Deps_file_names_what_is_woven_and_no_more()
    {
        var deps = Path.Combine(_tool.Inputs, "app.deps.json");
        await File.WriteAllTextAsync(deps, Plain);
        await _tool.RunAsync("--include", Channels, "--framework", Framework);
        await NameAsync(deps);
        Assert.That(await File.ReadAllTextAsync(deps), Does.Contain($"{Channels}.dll").And.Contain("Own/1.0.0"));

        await _tool.RunAsync("--framework", Framework);
        await NameAsync(deps);
        Assert.That((await File.ReadAllTextAsync(deps)).Where(static c => !char.IsWhiteSpace(c)), Is.EqualTo(Plain));
    }

    private Task<ProcessRun> NameAsync(string deps) =>
        ProcessRun.DotnetAsync(_tool.Inputs, "exec", Path.Combine(WeaveTool.Folder, "replaykit-weave.dll"), "deps", "--file", deps, "--woven", _tool.Woven);
}
