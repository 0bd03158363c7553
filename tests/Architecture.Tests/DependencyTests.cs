using Architecture.Tests.Reading;
using Architecture.Tests.Rules;
using NUnit.Framework;

namespace Architecture.Tests;

internal sealed class DependencyTests
{
    private const string TraceEvent = "Microsoft.Diagnostics.Tracing.TraceEvent";

    [Test]
    public void TraceFormat_is_a_leaf() => Assert.That(AssemblyRules.ForeignReferences(BuiltAssemblies.TraceFormat), Is.Empty);

    [Test]
    public void Hooks_is_a_leaf_without_packages()
    {
        Assert.That(AssemblyRules.ForeignReferences(BuiltAssemblies.Hooks), Is.Empty);
        Assert.That(AssemblyRules.PackageReferences(BuiltAssemblies.Hooks), Is.Empty);
    }

    [Test]
    public void Recorder_sees_the_trace_format_alone() =>
        Assert.That(AssemblyRules.ForeignReferences(BuiltAssemblies.Recorder, "ReplayKit.TraceFormat"), Is.Empty);

    [Test]
    public void Replayer_sees_the_trace_format_and_the_hooks_alone() =>
        Assert.That(AssemblyRules.ForeignReferences(BuiltAssemblies.Replayer, "ReplayKit.TraceFormat", "ReplayKit.Hooks"), Is.Empty);

    [Test]
    public void Harness_sees_the_replayer_side_alone() =>
        Assert.That(
            AssemblyRules.ForeignReferences(BuiltAssemblies.Harness, "ReplayKit.TraceFormat", "ReplayKit.Hooks", "ReplayKit.Replayer"), Is.Empty);

    [Test]
    public void Weave_sees_the_replayer_alone() => Assert.That(AssemblyRules.ForeignReferences(BuiltAssemblies.Weave, "ReplayKit.Replayer"), Is.Empty);

    [Test]
    public void Assemblies_read_are_all_that_src_builds() =>
        Assert.That(
            BuiltAssemblies.All.Select(static assembly => assembly.Name.Name).Order(StringComparer.Ordinal),
            Is.EqualTo(Repository.Projects.Where(static path => path.StartsWith("src/", StringComparison.Ordinal)).Select(AssemblyNameOf).Order(StringComparer.Ordinal)));

    [Test]
    public void TraceEvent_appears_in_the_event_pipe_alone() =>
        Assert.That(AssemblyRules.UsesOutside("ReplayKit.Recorder.EventPipe", TraceEvent, BuiltAssemblies.All), Is.Empty);

    [Test]
    public void MessagePack_appears_in_the_wire_alone() =>
        Assert.That(AssemblyRules.UsesOutside("ReplayKit.TraceFormat.Wire", "MessagePack", BuiltAssemblies.All), Is.Empty);

    [Test]
    public void NUnit_appears_in_the_harness_alone() =>
        Assert.That(AssemblyRules.UsesOutside("nowhere", "nunit", BuiltAssemblies.All.Except([BuiltAssemblies.Harness])), Is.Empty);

    [Test]
    public void Internals_are_shown_to_none() => Assert.That(AssemblyRules.SharedInternals(BuiltAssemblies.All), Is.Empty);

    [Test]
    public void ForeignReferences_reference_to_a_sibling_is_found()
    {
        var recorder = Snippet.Compile("replaykit", "public class Recorder;");
        var replayer = Snippet.Compile("ReplayKit.Replayer", "public class Replay { public object Made = new Recorder(); }", recorder);

        Assert.That(AssemblyRules.ForeignReferences(replayer, "ReplayKit.Hooks"), Is.EqualTo(["ReplayKit.Replayer references replaykit"]));
        Assert.That(AssemblyRules.PackageReferences(replayer), Is.EqualTo(["ReplayKit.Replayer references replaykit"]));
    }

    [TestCase("public object Made() => new TraceEvent();", Description = "instruction")]
    [TestCase("public void Take(TraceEvent e) { }", Description = "signature")]
    [TestCase("public List<TraceEvent[]>? All;", Description = "generic argument")]
    [TestCase("public async Task WaitAsync() { await Task.Yield(); new TraceEvent().ToString(); }", Description = "state machine")]
    [TestCase("public void Try() { try { } catch (TraceException) { } }", Description = "handler")]
    [TestCase("[TraceMark] public void Marked() { }", Description = "attribute")]
    [TestCase("public object Ask() => Array.Empty<TraceEvent>();", Description = "argument of a method")]
    public void UsesOutside_use_in_another_namespace_is_found(string member)
    {
        var library = Snippet.Compile(
            TraceEvent, "public class TraceEvent; public class TraceException : Exception; public class TraceMarkAttribute : Attribute;");
        var sample = Snippet.Compile("Sample", $"namespace ReplayKit.Recorder.Order; public class Sorter {{ {member} }}", library);
        var atHome = Snippet.Compile("Sample", $"namespace ReplayKit.Recorder.EventPipe; public class Reader {{ {member} }}", library);

        Assert.That(AssemblyRules.UsesOutside("ReplayKit.Recorder.EventPipe", TraceEvent, [sample]), Has.Some.StartsWith("ReplayKit.Recorder.Order.Sorter uses Trace"));
        Assert.That(AssemblyRules.UsesOutside("ReplayKit.Recorder.EventPipe", TraceEvent, [atHome]), Is.Empty);
    }

    [Test]
    public void SharedInternals_attribute_is_found() =>
        Assert.That(
            AssemblyRules.SharedInternals([Snippet.Compile("Sample", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]")]),
            Is.EqualTo(["Sample shows its internals to Friend"]));

    private static string AssemblyNameOf(string project)
    {
        var text = Repository.Read(project);
        const string open = "<AssemblyName>";
        var start = text.IndexOf(open, StringComparison.Ordinal);
        return start < 0
            ? Path.GetFileNameWithoutExtension(project)
            : text[(start + open.Length)..text.IndexOf("</AssemblyName>", StringComparison.Ordinal)];
    }
}
