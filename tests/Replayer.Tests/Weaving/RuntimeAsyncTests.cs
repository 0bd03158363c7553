using System.Diagnostics;
using NUnit.Framework;
using ReplayKit.Hooks;
using ReplayKit.Replayer.Weaving;

namespace Replayer.Tests.Weaving;

/// <summary>Methods that the runtime suspends are left as they are, and named.</summary>
public sealed class RuntimeAsyncTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("replaykit-runtime-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Each_method_that_the_runtime_suspends_is_named()
    {
        var report = Weave();
        Assert.That(report.Skipped.Where(static site => site.What == "runtime-async method").Select(static site => site.Method), Is.EquivalentTo(
        [
            "System.Threading.Tasks.Task`1<System.Int32> RuntimeAsync.Counting::SumAsync(System.Int32)",
            "System.Threading.Tasks.ValueTask`1<System.Int32> RuntimeAsync.Counting::EchoAsync(System.Int32)",
            "System.Threading.Tasks.Task Program::<Main>$(System.String[])",
        ]));
        Assert.That(report.AsyncMethods, Is.Zero);
        Assert.That(report.Calls.Keys, Has.Some.EndsWith("Task::Run"), "the rest of the assembly is woven");
    }

    [Test]
    public void Woven_program_runs_as_before()
    {
        Weave();
        foreach (var file in new[] { Path.ChangeExtension(Corpus.PathOf("RuntimeAsync"), ".runtimeconfig.json"), typeof(Control).Assembly.Location })
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(_folder, "RuntimeAsync.dll")]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_RuntimeAsync"] = "1";
        using var process = Process.Start(start)!;
        Assert.That(process.StandardOutput.ReadToEnd().Trim(), Is.EqualTo("190"));
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero);
    }

    private WeaveReport Weave() => Weaver.Weave(new WeaveRequest(Corpus.PathOf("RuntimeAsync"), Path.Combine(_folder, "RuntimeAsync.dll"), []));
}
