using System.Diagnostics;
using NUnit.Framework;
using Recorder.Tests.Live;
using ReplayKit.Recorder.Attach;
using ReplayKit.Recorder.Cli;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Tests.Cli;

[Platform("Linux")]
public sealed class DiagnosticPortTests
{
    [Test]
    public async Task Process_of_another_pid_namespace_is_recorded_without_names_and_the_summary_says_so()
    {
        using var target = await TargetProcess.StartAsync();
        var path = Files.NewPath();
        var recorded = (await Enclosed.RunAsync("record", "--diagnostic-port", DiagnosticPort.Find(target.Id)!, "--duration", "300ms", "-o", path)).IsDone();
        Assert.That(recorded.Out, Does.Contain("RecorderTarget").And.Contain("cannot be seen from here"));
        Assert.That(RecordingFile.Read(path).Header.Assemblies, Is.Empty);
        var budgeted = await Enclosed.RunAsync("record", "--diagnostic-port", DiagnosticPort.Find(target.Id)!, "--budget", "5%", "-o", Files.NewPath());
        Assert.That(budgeted.Failed(ExitCode.Usage).Error, Does.Contain("--budget"));
    }

    [Test]
    public async Task Waiting_that_is_stopped_says_that_nothing_was_recorded_and_leaves_no_socket()
    {
        var (port, path) = (Files.NewSocketPath(), Files.NewPath());
        using var waiting = Tool.Start("record", "--diagnostic-port", port, "-o", path);
        while (!File.Exists(port) && !waiting.HasExited) await Task.Yield();
        await Process.Start("kill", ["-INT", $"{waiting.Id}"]).WaitForExitAsync();
        Assert.That((await Tool.FinishAsync(waiting)).Failed(ExitCode.ConditionNotMet).Error, Does.Contain("Nothing was recorded"));
        Assert.That(File.Exists(port), Is.False);
    }

    [Test]
    public async Task Process_that_comes_is_recorded_from_its_start_to_its_end()
    {
        var (port, path) = (Files.NewSocketPath(), Files.NewPath());
        using var waiting = Tool.Start("record", "--diagnostic-port", $"{port},listen", "-o", path);
        while (!File.Exists(port) && !waiting.HasExited) await Task.Yield();
        var start = new ProcessStartInfo("dotnet", [TargetProcess.ProgramPath, "worker", "5"]) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_DiagnosticPorts"] = port;
        using var worker = Process.Start(start)!;
        worker.StandardInput.Close();
        Assert.That((await Tool.FinishAsync(waiting)).IsDone().Out, Does.Contain("until it exited").And.Contain("served no request"));
        Assert.That(RecordingFile.Read(path).Footer.AsyncMethods.Select(static method => method.RecordedName), Has.Some.Contains("WorkAsync"));
    }
}
