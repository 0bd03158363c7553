using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NUnit.Framework;
using Recorder.Tests.Live;
using ReplayKit.Recorder.Cli;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class LaunchTests
{
    private const int WorkerExitCode = 7;

    [Test]
    public async Task Command_is_recorded_from_its_first_step_and_keeps_its_streams_and_exit_code()
    {
        var path = Files.NewPath();
        var run = await Launch.RunAsync(["-o", path], ["worker", "20"], input: "hello");
        Assert.That(run.Code, Is.EqualTo(WorkerExitCode), run.Error);
        Assert.That(run.Out.TrimEnd(), Is.EqualTo("echo hello"), "standard output is the command's alone");
        Assert.That(run.Error, Does.Contain("until it exited").And.Contain("served no request"));
        var recording = RecordingFile.Read(path);
        Assert.That(recording.Header.Process.Name, Is.EqualTo("RecorderTarget"));
        Assert.That(recording.Footer.AsyncMethods.Select(static method => method.RecordedName), Has.Some.Contains("WorkAsync"), "names are known although the process has ended");
        Assert.That(recording.Events.Count(static e => e.Text?.Contains("<FinishAsync>", StringComparison.Ordinal) == true), Is.GreaterThanOrEqualTo(20));
    }

    [Test]
    public async Task Command_is_resumed_and_runs_on_when_the_duration_is_over()
    {
        var path = Files.NewPath();
        var run = await Launch.RunAsync(["-o", path, "--duration", "100ms", "--json"], ["worker", "200"], input: "late");
        Assert.That(run.Code, Is.EqualTo(WorkerExitCode), run.Error);
        Assert.That(run.Out.TrimEnd(), Is.EqualTo("echo late"));
        using var document = JsonDocument.Parse(run.Error[run.Error.IndexOf('{', StringComparison.Ordinal)..]);
        Assert.That(document.RootElement.GetProperty("endedBy").GetString(), Is.EqualTo("duration"));
    }

    [Test]
    [Platform("Unix")]
    public async Task Signal_ends_the_recording_properly_and_reaches_the_command()
    {
        var path = Files.NewPath();
        using var running = Launch.Start(["-o", path], ["worker"]);
        await running.StandardError.ReadLineAsync(); // it says so when it runs
        await Process.Start("kill", ["-TERM", $"{running.Id}"]).WaitForExitAsync();
        var run = await Tool.FinishAsync(running);
        Assert.That(run.Code, Is.EqualTo(128 + 15), run.Error);
        Assert.That(run.Error, Does.Contain("until it was stopped"));
        Assert.That(RecordingFile.Read(path).Footer.Completeness.IsComplete, Is.True);
    }

    [Test]
    public async Task Child_of_the_command_is_recorded_when_it_is_named_and_let_go_when_not()
    {
        var path = Files.NewPath();
        var launcher = await Launch.RunAsync(["-o", path], ["launch", "worker", "20"], input: "child");
        Assert.That(launcher.Code, Is.EqualTo(WorkerExitCode), launcher.Error);
        Assert.That(launcher.Out.TrimEnd(), Is.EqualTo("echo child"), "the child was not held");
        Assert.That(RecordingFile.Read(path).Events.Count(static e => e.Text?.Contains("<FinishAsync>", StringComparison.Ordinal) == true), Is.Zero);
        var none = await Launch.RunAsync(["-o", Files.NewPath(), "--child", "Nobody"], ["launch", "worker", "1"]);
        Assert.That(none.Code, Is.EqualTo((int)ExitCode.CannotAttach), none.Error);
        Assert.That(none.Error, Does.Contain("'Nobody'"));
    }

    [Test]
    [Platform("Linux")]
    public async Task Program_that_the_recorded_one_starts_does_not_depend_on_the_recorder()
    {
        using var running = Launch.Start(["-o", Files.NewPath()], ["launch", "worker"]);
        var told = await running.StandardError.ReadLineAsync();
        using var started = Process.GetProcessById(int.Parse(told!.Split(' ')[1], CultureInfo.InvariantCulture));
        var environment = await File.ReadAllTextAsync($"/proc/{started.Id}/environ");
        started.Kill();
        Assert.That(environment.Split('\0'), Has.None.Contains(",suspend"));
        Assert.That((await Tool.FinishAsync(running)).Code, Is.EqualTo(128 + 9), "the launcher's, which is its child's");
    }

    [Test]
    public async Task Program_that_dotnet_run_starts_is_recorded_by_its_name()
    {
        var (path, project) = (Files.NewPath(), Path.GetFullPath(Path.Combine(Path.GetDirectoryName(TargetProcess.ProgramPath)!, "..", "..", "..")));
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(TargetProcess.ProgramPath)!)!);
        string[] command = ["dotnet", "run", "--no-build", "-c", configuration, "--project", project, "--", "worker", "1"];
        var run = await Tool.RunAsync(["record", "-o", path, "--child", "RecorderTarget", "--", .. command]);
        Assert.That(run.Code, Is.EqualTo(WorkerExitCode), run.Error);
        Assert.That(RecordingFile.Read(path).Header.Process.Name, Is.EqualTo("RecorderTarget"));
        var launcher = await Tool.RunAsync(["record", "-o", Files.NewPath(), "--", .. command]);
        Assert.That(launcher.Code, Is.EqualTo(WorkerExitCode), launcher.Error);
        Assert.That(launcher.Error, Does.Contain("not the program that it starts").And.Contain("--child"));
    }

    [Test]
    public async Task Command_that_does_not_exist_is_told_as_such() =>
        Assert.That((await Tool.RunAsync("record", "-o", Files.NewPath(), "--", "no-such-command")).Failed(ExitCode.CannotAttach).Error, Does.Contain("no command 'no-such-command'"));

    [Test]
    [Platform("Unix")]
    public async Task Command_that_is_not_dotnet_is_told_as_such_with_its_exit_code()
    {
        var failed = (await Tool.RunAsync("record", "-o", Files.NewPath(), "--", "sh", "-c", "exit 3")).Failed(ExitCode.CannotAttach);
        Assert.That(failed.Error, Does.Contain("ended with exit code 3").And.Contain("no .NET runtime"));
    }

    [Test]
    public async Task Command_without_dashes_is_a_usage_error() =>
        Assert.That((await Tool.RunAsync("record", "dotnet", "x.dll")).Failed(ExitCode.Usage).Error, Does.Contain("no use for 'dotnet'").And.Contain("--"));

    [Test]
    public async Task Command_and_pid_together_are_a_usage_error() => (await Tool.RunAsync("record", "--pid", "1", "--", "dotnet")).Failed(ExitCode.Usage);
}
