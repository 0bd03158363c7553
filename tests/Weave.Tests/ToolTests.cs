using NUnit.Framework;
using Weave.Tests.Solutions;

namespace Weave.Tests;

/// <summary>The tool alone, called as the targets call it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ToolTests : IDisposable
{
    private readonly ToolCall _tool = new();

    public void Dispose() => _tool.Dispose();

    [Test]
    public async Task Older_input_than_the_woven_one_is_woven_again()
    {
        var library = _tool.TakeLibrary();
        await _tool.WeaveAsync(library);
        File.SetLastWriteTimeUtc(library, File.GetLastWriteTimeUtc(library).AddYears(-1));
        Assert.That((await _tool.WeaveAsync(library)).Output, Does.Contain("ReplayKit wove Third.Party"));
        Assert.That((await _tool.WeaveAsync(library)).Output, Is.Empty);
    }

    [Test]
    public async Task Assembly_that_is_no_longer_asked_for_is_deleted()
    {
        var (library, other) = (_tool.TakeLibrary(), _tool.Take(Path.Combine(SharedSolution.Solution.OutputOf("Some.Package"), "Some.Package.dll")));
        await _tool.WeaveAsync(library, other);
        await _tool.WeaveAsync(other);
        Assert.That(Directory.EnumerateFiles(_tool.Woven).Select(static path => Path.GetFileName(path)), Is.EquivalentTo(["Some.Package.dll", "Some.Package.pdb", "woven.json"]));
        Assert.That(_tool.Report(), Has.Count.EqualTo(1));
    }

    [TestCase("[{")]
    [TestCase("null")]
    public async Task Memory_that_was_cut_short_weaves_again(string content)
    {
        var library = _tool.TakeLibrary();
        await _tool.WeaveAsync(library);
        await File.WriteAllTextAsync(_tool.PathOfWoven("woven.json"), content);
        var run = await _tool.WeaveAsync(library);
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("ReplayKit wove Third.Party"));
    }

    [Test]
    public async Task Woven_assembly_is_kept_and_the_report_says_so()
    {
        await _tool.WeaveAsync(_tool.TakeLibrary());
        using var second = new ToolCall();
        var run = await second.WeaveAsync(_tool.PathOfWoven("Third.Party.dll"));
        Assert.That(run.Output, Does.Contain("message RK1009: Third.Party: it is woven already"));
        Assert.That(AssemblyFile.WovenMarks(second.PathOfWoven("Third.Party.dll")), Is.EqualTo(1));
        Assert.That(second.Report()[0].GetProperty("awaits").GetInt32(), Is.Zero);
        Assert.That(second.Report()[0].GetProperty("notes")[0].GetString(), Does.Contain("woven already"));
    }

    [Test]
    public async Task Symbols_of_another_build_are_left_out_and_the_report_says_so()
    {
        var library = _tool.TakeLibrary();
        File.Copy(Path.Combine(SharedSolution.Solution.OutputOf("Some.Package"), "Some.Package.pdb"), Path.ChangeExtension(library, ".pdb"), overwrite: true);
        var run = await _tool.WeaveAsync(library);
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("message RK1009: Third.Party: its symbols cannot be read"));
        Assert.That(_tool.PathOfWoven("Third.Party.pdb"), Does.Not.Exist);
    }

    [Test]
    public async Task Symbol_file_that_is_none_is_left_out()
    {
        var library = _tool.TakeLibrary();
        await File.WriteAllTextAsync(Path.ChangeExtension(library, ".pdb"), "BSJB no symbols");
        var run = await _tool.WeaveAsync(library);
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(AssemblyFile.IsWoven(_tool.PathOfWoven("Third.Party.dll")), Is.True);
    }

    [Test]
    public async Task Precompiled_candidate_is_woven_and_says_what_it_lost()
    {
        var channels = _tool.Take(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Threading.Channels.dll"));
        var run = await _tool.RunAsync("--candidate", channels, "--include", "System.Threading.Ch*");
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("message RK1009: System.Threading.Channels: its precompiled (ReadyToRun) code is left out"));
        Assert.That(AssemblyFile.IsWoven(_tool.PathOfWoven("System.Threading.Channels.dll")), Is.True);
    }

    [TestCase("libclrjit.so", "error RK1001: .*cannot be woven")]
    [TestCase("none.dll", "error RK1001: .*none\\.dll cannot be woven")]
    public async Task File_that_is_no_assembly_is_an_error_with_its_name(string name, string message)
    {
        var run = await _tool.WeaveAsync(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name));
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Match($"{name} : {message}"));
        Assert.That(_tool.Report()[0].GetProperty("isWoven").GetBoolean(), Is.False);
    }

    [Test]
    public async Task Damaged_assembly_does_not_keep_the_others_from_being_woven()
    {
        var (library, damaged) = (_tool.TakeLibrary(), Path.Combine(_tool.Inputs, "Damaged.dll"));
        await File.WriteAllBytesAsync(damaged, (await File.ReadAllBytesAsync(library))[..2000]);
        var run = await _tool.WeaveAsync(damaged, library);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("Damaged.dll : error RK1001: ").And.Contain("ReplayKit wove Third.Party"));
    }

    [Test]
    public async Task Assembly_whose_tables_are_damaged_is_an_error_with_its_name()
    {
        var library = _tool.TakeLibrary();
        AssemblyFile.DamageTables(library);
        var run = await _tool.WeaveAsync(library);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Match(@"Third\.Party\.dll : error RK10(01|10): .*ReplayKitWeaveEnabled=false").And.Not.Contain("   at "));
    }

    [Test]
    public async Task Star_passes_over_what_runs_the_test()
    {
        var framework = _tool.Take(typeof(Assert).Assembly.Location);
        var run = await _tool.RunAsync("--candidate", framework, "--candidate", _tool.TakeLibrary(), "--include", "*");
        Assert.That(run.Output, Does.Contain("ReplayKit wove Third.Party:"));
        Assert.That(_tool.Report(), Has.Count.EqualTo(1));
    }
}
