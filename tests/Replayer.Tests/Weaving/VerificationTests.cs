using System.Reflection;
using NUnit.Framework;
using Replayer.Tests.Weaving.Verification;
using ReplayKit.Replayer.Weaving;

namespace Replayer.Tests.Weaving;

/// <summary>Woven IL is as sound as what the compiler made: it is checked, loaded, and every method of it compiled.</summary>
public sealed class VerificationTests
{
    private string _folder = "";

    private static IEnumerable<string> Assemblies =>
    [
        .. Corpus.Names.Select(Corpus.PathOf),
        // Real ones, with every shape that compilers and people make; precompiled, too.
        FrameworkPath("System.Threading.Channels.dll"),
        FrameworkPath("System.Net.Http.dll"),
        FrameworkPath("System.Linq.Parallel.dll"),
        FrameworkPath("System.Threading.Tasks.Dataflow.dll"),
        FrameworkPath("System.Collections.Concurrent.dll"),
        FrameworkPath("System.IO.Pipelines.dll"),
        FrameworkPath("System.Private.Xml.dll"),
        typeof(CsCheck.Check).Assembly.Location,
        typeof(TestAttribute).Assembly.Location,
    ];

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("replaykit-verify-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(Assemblies))]
    public void Weaving_adds_no_error_of_the_stack(string path)
    {
        var (woven, report) = Weave(path);
        Assert.That(report.AsyncMethods + report.Calls.Count, Is.GreaterThan(0));
        Assert.That(StackChecker.Check(woven, Path.GetDirectoryName(path)!).Except(StackChecker.Check(path)), Is.Empty);
    }

    [TestCaseSource(nameof(Assemblies))]
    public void Every_woven_method_that_compiled_before_compiles(string path)
    {
        var before = Compilation.FailuresOf(Corpus.Load(path)).ToList();
        Assert.That(Compilation.FailuresOf(Corpus.Load(Weave(path).Path)).Except(before), Is.Empty);
    }

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Names))]
    public void What_the_compiler_made_is_sound(string name) => Assert.That(StackChecker.Check(Corpus.PathOf(name)), Is.Empty);

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Names))]
    public void Woven_entry_point_runs(string name)
    {
        var entry = Corpus.Load(Weave(Corpus.PathOf(name)).Path).EntryPoint!;
        Assert.That(entry.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [new[] { "one", "two" }], null), Is.EqualTo(2));
    }

    private static string FrameworkPath(string file) => Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, file);

    private (string Path, WeaveReport Report) Weave(string path)
    {
        var output = Path.Combine(_folder, Path.GetFileName(path));
        return (output, Weaver.Weave(new WeaveRequest(path, output, [Path.GetDirectoryName(path)!])));
    }
}
