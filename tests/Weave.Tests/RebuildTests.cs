using NUnit.Framework;
using Weave.Tests.Solutions;

namespace Weave.Tests;

/// <summary>What a later build weaves again.</summary>
[NonParallelizable]
internal sealed class RebuildTests
{
    private static GeneratedSolution Solution => SharedSolution.Solution;

    [Test]
    public async Task Build_without_a_change_weaves_nothing()
    {
        await Solution.BuildAsUsualAsync();
        var before = WrittenTimes();
        var run = await Solution.BuildChecksAsync("-v:n");
        Assert.That(run.Output, Does.Not.Contain("ReplayKit wove"));
        Assert.That(run.Output, Does.Contain("Skipping target \"_ReplayKitWeave\" because all output files are up-to-date"));
        Assert.That(WrittenTimes(), Is.EqualTo(before));
        Assert.That(AssemblyFile.IsWoven(Path.Combine(Solution.ChecksOutput, "Service.dll")), Is.True);
    }

    [Test]
    public async Task Edited_service_is_woven_again_and_nothing_else()
    {
        await Solution.BuildAsUsualAsync();
        var before = WrittenTimes();
        SolutionSources.WriteService(Solution.Root, text: "much too dear");
        var run = await Solution.BuildAsync("Checks", "--no-restore");
        Assert.That(run.Output, Does.Contain("ReplayKit wove Service: "));
        Assert.That(Changed(before), Is.SubsetOf(["Service.dll", "Service.pdb", "woven.json"]));
        Assert.That(AssemblyFile.WovenMarks(Path.Combine(Solution.ChecksOutput, "Service.dll")), Is.EqualTo(1));
    }

    [Test]
    public async Task Newer_weaver_weaves_everything_again()
    {
        await Solution.BuildAsUsualAsync();
        File.SetLastWriteTimeUtc(Path.Combine(Solution.ToolFolder, "ReplayKit.Replayer.dll"), DateTime.UtcNow);
        var run = await Solution.BuildChecksAsync();
        Assert.That(run.Output, Does.Contain("ReplayKit wove Checks, Core, Service, Other.Library, Some.Package: "));
    }

    [Test]
    public async Task Switch_takes_weaving_away_and_brings_it_back()
    {
        await Solution.BuildAsUsualAsync();
        await Solution.BuildChecksAsync("-p:ReplayKitWeaveEnabled=false");
        var compiled = await Solution.RunChecksAsync();
        Assert.That(compiled, Does.Not.Contain(": woven").And.Contain("sum: 8"));
        Assert.That(Path.Combine(Solution.ChecksOutput, "ReplayKit.weave.json"), Does.Not.Exist, "the report of another build");

        await Solution.BuildChecksAsync();
        Assert.That(await Solution.RunChecksAsync(), Does.Contain("Service: woven").And.Match(@"Prices\.cs:line 10"));
        Assert.That(Path.Combine(Solution.ChecksOutput, "ReplayKit.weave.json"), Does.Exist);
    }

    [Test]
    public async Task Clean_removes_all_that_weaving_made()
    {
        await Solution.BuildAsUsualAsync();
        var run = await Solution.CleanChecksAsync();
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(Directory.EnumerateFiles(Solution.ChecksOutput), Is.Empty);
        Assert.That(Path.GetDirectoryName(Solution.Woven), Does.Not.Exist);
    }

    [Test]
    public async Task Other_names_weave_other_assemblies_and_useless_ones_are_warned_of()
    {
        Solution.WriteChecks("""<ReplayKitWeave Include="Third.Par%2Ay;No.Such" /><ReplayKitWeave Include="$(MSBuildProjectName).*" Condition="true" />""");
        var run = await Solution.BuildChecksAsync();
        var program = await Solution.RunChecksAsync();
        Assert.That(program, Does.Contain("Some.Package: as compiled").And.Contain("Other.Library: as compiled").And.Contain("Third.Party: woven"));
        Assert.That(run.Output, Does.Match(@"replaykit-weave : warning RK1007: ReplayKitWeave names No\.Such, .*without \.dll").And.Not.Contain("names Third"));
        Assert.That(run.Output, Does.Match(@"Checks\.csproj : warning RK1008: .*\$\(MSBuildProjectName\)\.\*.* write %2A in place of the star"));
    }

    [Test]
    public async Task Assembly_that_cannot_be_woven_is_named_with_a_remedy()
    {
        string[] paths = [Path.Combine(Solution.OutputOf("Core"), "Core.dll"), Path.Combine(Solution.OutputOf("Third.Party"), "Third.Party.dll")];
        var kept = paths.Select(static path => (Path: path, Bytes: File.ReadAllBytes(path), Written: File.GetLastWriteTimeUtc(path))).ToList();
        foreach (var path in paths) AssemblyFile.MakeMixed(path);
        Solution.WriteChecks("""<ReplayKitWeave Include="Third.*" />""");
        try
        {
            var run = await Solution.TryBuildAsync("Checks", "--no-restore", "-p:BuildProjectReferences=false");
            Assert.That(run.ExitCode, Is.Not.Zero);
            Assert.That(run.Output, Does.Match(@"Core\.dll : error RK1001: Core\.dll cannot be woven: it is a mixed assembly .*ReplayKitWeaveEnabled=false"));
            Assert.That(run.Output, Does.Match(@"Third\.Party\.dll : warning RK1006: Third\.Party\.dll cannot be woven: .*Take it out of ReplayKitWeave"));
        }
        finally
        {
            foreach (var (path, bytes, written) in kept)
            {
                File.WriteAllBytes(path, bytes);
                File.SetLastWriteTimeUtc(path, written);
            }
        }
    }

    [Test]
    public async Task Release_build_is_woven_and_runs()
    {
        await Solution.BuildAsync("Checks", "--no-restore", "-c", "Release");
        Assert.That(await Solution.RunChecksAsync("Release"), Does.Contain("Service: woven").And.Contain("sum: 8").And.Match(@"Prices\.cs:line 10"));
    }

    private static Dictionary<string, DateTime> WrittenTimes() =>
        Directory.EnumerateFiles(Solution.Woven).ToDictionary(static path => Path.GetFileName(path), File.GetLastWriteTimeUtc);

    private static IEnumerable<string> Changed(Dictionary<string, DateTime> before) =>
        WrittenTimes().Where(file => !before.TryGetValue(file.Key, out var written) || written != file.Value).Select(static file => file.Key);
}
