using NUnit.Framework;
using Weave.Tests.Solutions;

namespace Weave.Tests;

/// <summary>A woven assembly of the framework lies in the output folder, and is named in the deps.json, for as long as the project names it.</summary>
[NonParallelizable]
internal sealed class FrameworkCopyTests
{
    private const string Named = """<ReplayKitWeave Include="System.Threading.Channels;System.Net.Http" />""";
    private const int CycleCount = 4;

    private static GeneratedSolution Solution => SharedSolution.Solution;

    private static string Copy => Path.Combine(Solution.ChecksOutput, "System.Threading.Channels.dll");

    private static string ListOfFiles => Path.Combine(Solution.Root, "Checks", "obj", "Debug", "net10.0", "Checks.csproj.FileListAbsolute.txt");

    [Test]
    public async Task Copy_comes_and_goes_with_its_name_each_time()
    {
        for (var cycle = 1; cycle <= CycleCount; cycle++)
        {
            await NameAsync();
            await Solution.BuildAsUsualAsync();
            await AssertGoneAsync($"cycle {cycle}");
        }
    }

    [Test]
    public async Task Copy_goes_without_weaving()
    {
        await NameAsync();
        await Solution.BuildChecksAsync("-p:ReplayKitWeaveEnabled=false");
        await AssertGoneAsync("without weaving");
    }

    // As a build leaves it that was ended before it wrote the list.
    [TestCase("")]
    [TestCase("-p:ReplayKitWeaveEnabled=false")]
    public async Task Copy_goes_though_the_build_has_forgotten_it(string option)
    {
        await NameAsync();
        await ForgetAsync();
        if (option.Length == 0) await Solution.BuildAsUsualAsync();
        else await Solution.BuildChecksAsync(option);
        await AssertGoneAsync("forgotten");
    }

    [Test]
    public async Task Clean_takes_away_a_copy_that_the_build_has_forgotten()
    {
        await NameAsync();
        await ForgetAsync();
        await Solution.CleanChecksAsync();
        Assert.That(Copy, Does.Not.Exist);
    }

    private static async Task NameAsync()
    {
        Solution.WriteChecks(Named);
        await Solution.BuildChecksAsync();
        Assert.That(AssemblyFile.IsWoven(Copy), Is.True);
        Assert.That(await DepsAsync(), Does.Contain("ReplayKit.Woven").And.Contain("System.Net.Http.dll"));
        Assert.That(await Solution.RunChecksAsync(), Does.Contain("sum: 8"));
    }

    private static async Task ForgetAsync() =>
        await File.WriteAllLinesAsync(ListOfFiles, (await File.ReadAllLinesAsync(ListOfFiles)).Where(static line => !line.EndsWith("System.Threading.Channels.dll", StringComparison.Ordinal)));

    private static async Task AssertGoneAsync(string when)
    {
        Assert.That(Directory.EnumerateFiles(Solution.ChecksOutput, "System.*"), Is.Empty, when);
        Assert.That(await DepsAsync(), Does.Not.Contain("ReplayKit.Woven"), when);
        Assert.That(await Solution.RunChecksAsync(), Does.Contain("sum: 8"), when);
    }

    private static Task<string> DepsAsync() => File.ReadAllTextAsync(Path.Combine(Solution.ChecksOutput, "Checks.deps.json"));
}
