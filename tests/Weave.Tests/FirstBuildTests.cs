using System.Text.Json;
using NUnit.Framework;
using Weave.Tests.Solutions;

namespace Weave.Tests;

/// <summary>What the first build of a test project makes.</summary>
internal sealed class FirstBuildTests
{
    private static FirstBuild First => SharedSolution.First;

    [TestCase("Checks")]
    [TestCase("Service")]
    [TestCase("Core")]
    [TestCase("Some.Package", Description = "named")]
    [TestCase("Other.Library", Description = "named by a pattern, which MSBuild takes for a search for files")]
    public void Assembly_of_the_test_its_projects_or_the_list_is_woven(string name)
    {
        Assert.That(AssemblyFile.WovenMarks(First.PathOf($"{name}.dll")), Is.EqualTo(1));
        Assert.That(First.Program, Does.Contain($"{name}: woven"));
    }

    [Test]
    public void Assembly_that_nothing_names_stays_as_compiled()
    {
        Assert.That(First.Program, Does.Contain("Third.Party: as compiled"));
        Assert.That(File.ReadAllBytes(First.PathOf("Third.Party.dll")), Is.EqualTo(File.ReadAllBytes(Path.Combine(SharedSolution.Solution.OutputOf("Third.Party"), "Third.Party.dll"))));
    }

    [Test]
    public void Woven_program_runs() => Assert.That(First.Program, Does.Contain("sum: 8"));

    [TestCase(@"Prices\.cs:line 10", Description = "symbols in a file")]
    [TestCase(@"Waits\.cs:line 9", Description = "symbols inside the assembly")]
    public void Stack_of_woven_code_names_its_source_lines(string frame) => Assert.That(First.Program, Does.Match(frame));

    [Test]
    public void Symbols_lie_beside_the_woven_assembly() => Assert.That(First.PathOf("Service.pdb"), Does.Exist);

    [Test]
    public void Output_of_the_service_itself_is_untouched()
    {
        Assert.That(First.ServiceAfter.Hashes, Is.EqualTo(First.ServiceBefore.Hashes));
        Assert.That(First.ServiceBefore.Hashes.Keys, Is.SupersetOf(["Service.dll", "Service.pdb", "Core.dll"]));
    }

    [Test]
    public void Signed_assembly_keeps_its_identity()
    {
        var identity = AssemblyFile.IdentityOf(First.PathOf("Service.dll"));
        Assert.That(identity, Does.Match("PublicKeyToken=[0-9a-f]{16}$"));
        Assert.That(identity, Is.EqualTo(AssemblyFile.IdentityOf(Path.Combine(SharedSolution.Solution.OutputOf("Service"), "Service.dll"))));
    }

    [Test]
    public void Report_lists_what_was_woven()
    {
        using var report = JsonDocument.Parse(File.ReadAllText(First.PathOf("ReplayKit.weave.json")));
        var entries = report.RootElement.EnumerateArray().ToDictionary(static entry => entry.GetProperty("assembly").GetString()!);
        Assert.That(entries.Keys, Is.EquivalentTo(["Checks", "Service", "Core", "Some.Package", "Other.Library"]));
        Assert.That(entries.Values.Select(static entry => entry.GetProperty("isWoven").GetBoolean()), Has.All.True);
        Assert.That(entries.Values.Select(static entry => entry.GetProperty("hasSymbols").GetBoolean()), Has.All.True);
        Assert.That(entries["Core"].GetProperty("awaits").GetInt32(), Is.EqualTo(2));
        Assert.That(entries["Core"].GetProperty("calls").GetProperty("System.Threading.Tasks.Task::Delay").GetInt32(), Is.EqualTo(1));
        Assert.That(entries["Core"].GetProperty("skipped").GetArrayLength(), Is.Zero);
    }

    [Test]
    public void Build_says_in_one_line_what_it_wove() =>
        Assert.That(First.Output, Does.Match(@"ReplayKit wove Checks, Core, Service, Other\.Library, Some\.Package: \d+ awaits, \d+ calls, 0 skipped \(.*ReplayKit\.weave\.json\)"));

    [Test]
    public void Build_that_goes_well_warns_of_nothing() => Assert.That(First.Output, Does.Contain("0 Warning(s)"));
}
