using System.Diagnostics;
using NUnit.Framework;
using ReplayKit.Recorder;
using ReplayKit.Recorder.Attach;
using ReplayKit.TraceFormat.Wire;

namespace Recorder.Tests.Live;

public sealed class AttachFailureTests
{
    [Test]
    public async Task Pid_of_nobody_is_told_as_such()
    {
        using var exited = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        exited.WaitForExit();
        Assert.That(await FailureOfAsync(exited.Id), Is.EqualTo(AttachFailure.NoSuchProcess));
    }

    [Test]
    public async Task Process_that_is_not_dotnet_is_told_as_such()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) Assert.Ignore("needs a program that is not .NET");
        using var sleep = Process.Start(new ProcessStartInfo("sleep", "60"))!;
        try
        {
            Assert.That(await FailureOfAsync(sleep.Id), Is.EqualTo(AttachFailure.NotDotNet));
        }
        finally
        {
            sleep.Kill();
        }
    }

    [Test]
    public async Task Process_without_diagnostics_is_told_as_such()
    {
        using var target = await TargetProcess.StartAsync(("DOTNET_EnableDiagnostics", "0"));
        Assert.That(await FailureOfAsync(target.Id), Is.EqualTo(AttachFailure.DiagnosticsDisabled));
    }

    [Test]
    public async Task File_that_cannot_be_made_is_told_and_leaves_the_target_running()
    {
        using var target = await TargetProcess.StartAsync();
        var options = new RecordOptions { ProcessId = target.Id, OutputPath = Path.Combine(TestContext.CurrentContext.WorkDirectory, "no", "such", "folder", "x.rktrace") };
        Assert.That(async () => await RecordingSession.StartAsync(options), Throws.TypeOf<RecordingWriteException>());
        Assert.That(await target.GetAsync("/sync?id=5"), Is.EqualTo("5"));
    }

    [Test]
    public async Task Running_process_is_listed_with_its_name_and_runtime()
    {
        using var target = await TargetProcess.StartAsync();
        var listed = await DotnetProcesses.ListAsync();
        Assert.That(listed, Has.One.Matches<DotnetProcess>(process =>
            process!.ProcessId == target.Id && process.Name == "RecorderTarget" && process.CommandLine.Contains("RecorderTarget.dll", StringComparison.Ordinal)));
        Assert.That(listed, Has.None.Matches<DotnetProcess>(static process => process!.ProcessId == Environment.ProcessId));
    }

    private static async Task<AttachFailure> FailureOfAsync(int processId)
    {
        var options = new RecordOptions { ProcessId = processId, OutputPath = Path.Combine(TestContext.CurrentContext.WorkDirectory, "never.rktrace") };
        var failure = (await Assert.ThrowsAsync<AttachException>(async () => await RecordingSession.StartAsync(options)))!;
        Assert.That(failure.Message, Does.EndWith("."));
        Assert.That(failure.WhatToDo, Does.EndWith("."));
        Assert.That(File.Exists(options.OutputPath), Is.False);
        return failure.Cause;
    }
}
