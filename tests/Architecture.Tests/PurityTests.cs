using Architecture.Tests.Reading;
using Architecture.Tests.Rules;
using NUnit.Framework;

namespace Architecture.Tests;

internal sealed class PurityTests
{
    [Test]
    public void Pure_parts_use_no_clock_thread_outside_or_chance() =>
        Assert.That(PurityRules.Impurities(CodeMap.PureNamespaces, BuiltAssemblies.All.SelectMany(ReferenceReader.Of)), Is.Empty);

    [TestCase("TraceFormat.Causality")]
    [TestCase("Recorder.Normalize")]
    [TestCase("Recorder.Order")]
    [TestCase("Recorder.Cutting")]
    [TestCase("Recorder.Checking")]
    [TestCase("Replayer.Plan")]
    [TestCase("Replayer.Scheduling")]
    [TestCase("Replayer.Outcome")]
    public void Code_map_calls_a_part_that_must_be_pure_pure(string part) => Assert.That(CodeMap.PureNamespaces, Does.Contain("ReplayKit." + part));

    [Test]
    public void Pure_namespaces_hold_types() =>
        Assert.That(
            CodeMap.PureNamespaces.Except(BuiltAssemblies.All.SelectMany(static assembly => assembly.MainModule.Types).Select(static type => type.Namespace)),
            Is.Empty);

    [Test]
    public void PureFolders_row_without_the_word_is_left_out() =>
        Assert.That(
            CodeMap.PureFolders("| `src/A/Pure` | keeps. Pure | Model |\n| `src/A/Plain` | Purely told; pure in part | |\n| `src/B` | Pure. Small | |"),
            Is.EqualTo(["src/A/Pure", "src/B"]));

    [TestCase("DateTime.UtcNow")]
    [TestCase("DateTime.Now")]
    [TestCase("DateTimeOffset.UtcNow")]
    [TestCase("System.Diagnostics.Stopwatch.GetTimestamp()")]
    [TestCase("Environment.TickCount64")]
    [TestCase("Environment.TickCount")]
    [TestCase("Environment.GetEnvironmentVariable(\"A\")")]
    [TestCase("TimeProvider.System")]
    [TestCase("new Thread(() => { })")]
    [TestCase("Task.Run(() => { })")]
    [TestCase("Task.Factory.StartNew(() => { })")]
    [TestCase("Task.Delay(1)")]
    [TestCase("ThreadPool.QueueUserWorkItem(_ => { })")]
    [TestCase("new Timer(_ => { })")]
    [TestCase("new PeriodicTimer(TimeSpan.Zero)")]
    [TestCase("File.ReadAllText(\"a\")")]
    [TestCase("Directory.GetFiles(\"a\")")]
    [TestCase("(Stream?)null")]
    [TestCase("new System.Net.Sockets.TcpClient()")]
    [TestCase("Console.Out")]
    [TestCase("Random.Shared")]
    [TestCase("Guid.NewGuid()")]
    public void Impurities_use_in_a_pure_part_is_found(string expression)
    {
        var code = $"namespace Sample.Plan; public class Planner {{ public object? Now() => Keep({expression}); static object? Keep<T>(T value) => value; }}";
        var references = ReferenceReader.Of(Snippet.Compile("Sample", code)).ToList();

        Assert.That(PurityRules.Impurities(["Sample.Plan"], references), Is.Not.Empty);
        Assert.That(PurityRules.Impurities(["Sample.Planning"], references), Is.Empty);
    }

    [TestCase("public Func<object> Now() => () => DateTime.UtcNow;", Description = "closure")]
    [TestCase("public IEnumerable<object> Now() { yield return DateTime.UtcNow; }", Description = "iterator")]
    [TestCase("public Func<DateTime> Now() { static DateTime Get() => DateTime.UtcNow; return Get; }", Description = "local function")]
    [TestCase("public class Inner { public DateTime Now = DateTime.UtcNow; }", Description = "nested type")]
    public void Impurities_use_in_generated_code_is_found(string member)
    {
        var sample = Snippet.Compile("Sample", $"namespace Sample.Plan.Inner; public class Planner {{ {member} }}");

        Assert.That(
            PurityRules.Impurities(["Sample.Plan"], ReferenceReader.Of(sample)), Is.EqualTo(["Sample.Plan.Inner.Planner uses System.DateTime.get_UtcNow"]));
    }

    [Test]
    public void Impurities_pure_code_is_let_through()
    {
        var sample = Snippet.Compile(
            "Sample", "namespace Sample.Plan; public class Planner { public string Text(DateTime at, TimeSpan d) => at.Add(d) + Environment.NewLine + Guid.Empty; }");

        Assert.That(PurityRules.Impurities(["Sample.Plan"], ReferenceReader.Of(sample)), Is.Empty);
    }
}
