using System.Diagnostics;
using System.Text.Json;
using NUnit.Framework;
using Recorder.Tests.Live;
using ReplayKit.Recorder.Cli;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class RecordTests
{
    [Test]
    public async Task Pid_of_nobody_cannot_be_attached()
    {
        using var exited = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        await exited.WaitForExitAsync();
        var failed = (await Tool.RunAsync("record", "--pid", $"{exited.Id}", "-o", Files.NewPath())).Failed(ExitCode.CannotAttach);
        Assert.That(failed.Error, Does.Contain($"{exited.Id}").And.Contain("replaykit ps"));
    }

    [Test]
    [Platform("Unix")]
    public async Task Process_that_is_not_dotnet_cannot_be_attached()
    {
        using var sleep = Process.Start("sleep", "30");
        try
        {
            var path = Files.NewPath();
            var failed = (await Tool.RunAsync("record", "--pid", $"{sleep.Id}", "-o", path)).Failed(ExitCode.CannotAttach);
            Assert.That(failed.Error, Does.Contain("no .NET runtime"));
            Assert.That(File.Exists(path), Is.False);
        }
        finally
        {
            sleep.Kill();
        }
    }

    [Test]
    public async Task Ps_lists_a_running_service_and_not_itself()
    {
        using var target = await TargetProcess.StartAsync();
        using var listed = JsonDocument.Parse((await Tool.RunAsync("ps", "--json")).IsDone().Out);
        var processes = listed.RootElement.GetProperty("processes").EnumerateArray().ToArray();
        var found = processes.Single(process => process.GetProperty("processId").GetInt32() == target.Id);
        Assert.That(found.GetProperty("name").GetString(), Is.EqualTo("RecorderTarget"));
        Assert.That(processes.Select(static process => process.GetProperty("commandLine").GetString()), Has.None.Contains("replaykit.dll ps"));
        Assert.That((await Tool.RunAsync("ps")).IsDone().Out, Does.Match($@"(?m)^ *{target.Id}  RecorderTarget +\d"));
    }

    [Test]
    public async Task Record_for_a_duration_prints_what_it_holds_and_what_to_do_next()
    {
        using var target = await TargetProcess.StartAsync();
        var path = Files.NewPath();
        var recorded = (await Tool.RunAsync("record", "--pid", $"{target.Id}", "--duration", "300ms", "-o", path)).IsDone();
        Assert.That(recorded.Error, Is.Empty, "no progress when redirected");
        Assert.That(recorded.Out, Does.Contain("RecorderTarget").And.Contain("none lost").And.Contain($"Next:  replaykit show {path}"));
        Assert.That(RecordingFile.Read(path).Footer.Completeness.IsComplete, Is.True);
    }

    [Test]
    public async Task Record_json_is_one_document()
    {
        using var target = await TargetProcess.StartAsync();
        var path = Files.NewPath();
        var recorded = (await Tool.RunAsync("record", "--pid", $"{target.Id}", "--duration", "300ms", "-o", path, "--json", "--redact", "X-Request-Id")).IsDone();
        using var document = JsonDocument.Parse(recorded.Out);
        Assert.That(document.RootElement.GetProperty("schema").GetString(), Is.EqualTo("replaykit.record/1"));
        Assert.That(document.RootElement.GetProperty("endedBy").GetString(), Is.EqualTo("duration"));
        Assert.That(RecordingFile.Read(path).Header.Redacted, Does.Contain("X-Request-Id").And.Contain("Authorization"));
    }

    [Test]
    public async Task Record_over_an_existing_file_needs_force()
    {
        using var target = await TargetProcess.StartAsync();
        var path = Files.Text();
        string[] command = ["record", "--pid", $"{target.Id}", "--duration", "100ms", "-o", path];
        Assert.That((await Tool.RunAsync(command)).Failed(ExitCode.Usage).Error, Does.Contain("already there").And.Contain("--force"));
        Assert.That(await File.ReadAllTextAsync(path), Does.StartWith("Dear diary"));
        (await Tool.RunAsync([.. command, "--force"])).IsDone();
        Assert.That(RecordingFile.Read(path).Footer.Completeness.IsComplete, Is.True);
    }

    [Test]
    public async Task Record_over_what_a_killed_recorder_left_needs_force()
    {
        using var target = await TargetProcess.StartAsync();
        var path = Files.Unclosed();
        var failed = (await Tool.RunAsync("record", "--pid", $"{target.Id}", "--duration", "100ms", "-o", path)).Failed(ExitCode.Usage);
        Assert.That(failed.Error, Does.Contain(".incomplete is there"));
    }

    [Test]
    [Platform("Unix")]
    public async Task Record_stopped_by_ctrl_c_closes_its_file()
    {
        using var target = await TargetProcess.StartAsync();
        var path = Files.NewPath();
        using var recording = Tool.Start("record", "--pid", $"{target.Id}", "-o", path, "--json");
        while (!File.Exists(path + ".incomplete") && !recording.HasExited) await target.GetAsync("/sync?id=1");
        await target.GetAsync("/chain?id=2");
        await Process.Start("kill", ["-INT", $"{recording.Id}"]).WaitForExitAsync();
        using var document = JsonDocument.Parse((await Tool.FinishAsync(recording)).IsDone().Out);
        Assert.That(document.RootElement.GetProperty("endedBy").GetString(), Is.EqualTo("signal"));
        Assert.That(RecordingFile.Read(path).Footer.Completeness.IsComplete, Is.True);
        Assert.That(await target.GetAsync("/sync?id=3"), Is.EqualTo("3"), "the target lives on");
    }

    [Test]
    [Platform("Unix")]
    public async Task Record_by_name_finds_the_process_or_tells_the_candidates()
    {
        // A name of its own: other runs of these tests may record the same program at the same time.
        using var named = new NamedWorker();
        var (path, first) = (Files.NewPath(), await named.StartAsync());
        (await Tool.RunAsync("record", "--name", named.Name, "--duration", "100ms", "-o", path)).IsDone();
        Assert.That(RecordingFile.Read(path).Header.Process.ProcessId, Is.EqualTo(first));
        var second = await named.StartAsync();
        var ambiguous = (await Tool.RunAsync("record", "--name", named.Name, "-o", Files.NewPath())).Failed(ExitCode.CannotAttach);
        Assert.That(ambiguous.Error, Does.Contain($"(pid {first})").And.Contain($"(pid {second})"));
        var unknown = (await Tool.RunAsync("record", "--name", "NobodyIsCalledSo", "-o", Files.NewPath())).Failed(ExitCode.CannotAttach);
        Assert.That(unknown.Error, Does.Contain("NobodyIsCalledSo").And.Contain("running are"));
    }

    [Test]
    [Platform("Linux")]
    public async Task Process_of_another_user_cannot_be_attached()
    {
        using var target = await TargetProcess.StartAsync();
        var failed = (await Unprivileged.RunAsync("record", "--pid", $"{target.Id}", "-o", "/tmp/never.rktrace")).Failed(ExitCode.CannotAttach);
        Assert.That(failed.Error, Does.Contain($"{target.Id}").And.Contain("another user"));
    }

    [Test]
    public async Task Record_without_a_name_makes_one_of_the_process_and_the_time()
    {
        using var target = await TargetProcess.StartAsync();
        var recorded = (await Tool.RunAsync("record", "--pid", $"{target.Id}", "--duration", "100ms")).IsDone();
        var name = recorded.Out.Split('\n')[0].Trim();
        Assert.That(name, Does.Match(@"^RecorderTarget-\d{8}-\d{6}\.rktrace$"));
        File.Delete(Path.Combine(Path.GetTempPath(), name));
    }
}
