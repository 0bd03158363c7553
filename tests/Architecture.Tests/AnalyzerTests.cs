using Architecture.Tests.Reading;
using Architecture.Tests.Rules;
using NUnit.Framework;

namespace Architecture.Tests;

/// <summary>The analyzers break the build themselves; what they are told is guarded here.</summary>
internal sealed class AnalyzerTests
{
    [Test]
    public void Banned_symbols_hold_in_the_pure_folders_of_the_code_map() =>
        Assert.That(EditorConfigRules.BannedFolders(Repository.Read(".editorconfig")), Is.EquivalentTo(CodeMap.PureFolders(Repository.Read("ARCHITECTURE.md"))));

    [TestCase("Harness")]
    [TestCase("Hooks")]
    [TestCase("TraceFormat")]
    public void Published_project_lists_its_public_members(string project)
    {
        Assert.That(Repository.Exists($"src/{project}/PublicAPI.Shipped.txt"), Is.True);
        Assert.That(Repository.Read($"src/{project}/PublicAPI.Unshipped.txt").Split('\n'), Has.Length.GreaterThan(10));
    }

    [Test]
    public void BannedFolders_sections_are_expanded_and_others_left_out() =>
        Assert.That(
            EditorConfigRules.BannedFolders(
                "[*.cs]\ndotnet_diagnostic.RS0030.severity = none\n[src/{A,B/C}/**.cs]\ndotnet_diagnostic.RS0030.severity = error\n[src/D/**.cs]\nx = 1\ndotnet_diagnostic.RS0030.severity = error"),
            Is.EqualTo(["src/A", "src/B/C", "src/D"]));
}
