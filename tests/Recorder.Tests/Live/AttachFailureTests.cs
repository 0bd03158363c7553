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
    [Platform("Linux")]
    public async Task Process_whose_socket_was_deleted_is_told_as_such()
    {
        using var target = await TargetProcess.StartAsync();
        File.Delete(DiagnosticPort.Find(target.Id)!);
        Assert.That(await FailureOfAsync(target.Id), Is.EqualTo(AttachFailure.SocketGone));
    }

    [Test]
    [Platform("Linux")]
    public async Task Process_that_is_stopped_does_not_answer()
    {
        using var target = await TargetProcess.StartAsync();
        await SignalAsync(target.Id, "-STOP");
        try
        {
            Assert.That(await FailureOfAsync(target.Id), Is.EqualTo(AttachFailure.NotResponding));
        }
        finally
        {
            await SignalAsync(target.Id, "-CONT");
        }
    }

    [TestCase("8.0.11", AttachFailure.TooOld)]
    [TestCase(null, AttachFailure.TooOld)]
    [TestCase("", AttachFailure.NotResponding)]
    [Platform("Linux")]
    public async Task Runtime_that_is_too_old_or_talks_nonsense_is_told_as_such(string? version, AttachFailure expected)
    {
        using var sleep = Process.Start(new ProcessStartInfo("sleep", "60"))!;
        try
        {
            using var port = new ScriptedPort(sleep.Id, version);
            Assert.That(await FailureOfAsync(sleep.Id), Is.EqualTo(expected));
        }
        finally
        {
            sleep.Kill();
        }
    }

    [Test]
    [Platform("Linux")]
    public async Task Process_with_a_temporary_folder_of_its_own_is_recorded()
    {
        var folder = Directory.CreateTempSubdirectory("replaykit-tmpdir-").FullName;
        try
        {
            using var target = await TargetProcess.StartAsync(("TMPDIR", folder));
            Assert.That((await DotnetProcesses.FindAsync(target.Id)).Address, Does.Contain(folder));
            var options = new RecordOptions { ProcessId = target.Id, OutputPath = Path.Combine(TestContext.CurrentContext.WorkDirectory, "tmpdir.rktrace") };
            var session = await RecordingSession.StartAsync(options);
            await target.GetAsync("/chain?id=4");
            Assert.That((await session.StopAsync()).Requests, Is.EqualTo(1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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

    private static async Task SignalAsync(int processId, string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{processId}"]);
        await kill.WaitForExitAsync();
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
