using System.Diagnostics;
using NUnit.Framework;
using Recorder.Tests.Live;
using ReplayKit.Recorder.Cli;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Tests.Cli;

/// <summary>Whatever ends the recorder, the target or the disk: what was recorded can be read, and the target lives on.</summary>
[Platform("Unix")]
public sealed class FaultTests
{
    private TargetProcess _target = null!;
    private string _path = null!;

    [SetUp]
    public async Task StartTarget()
    {
        _target = await TargetProcess.StartAsync();
        _path = Files.NewPath();
    }

    [TearDown]
    public void StopTarget() => _target.Dispose();

    [Test]
    public async Task Recorder_that_is_killed_leaves_a_file_that_opens_up_to_its_last_whole_chunk()
    {
        using var recorder = await StartRecorderAsync();
        // Chunks are written every second at the latest: load until two are there.
        for (var i = 0; i < 2000 && Length() < 20_000; i++)
        {
            await _target.GetAsync($"/burst?count=500&id={i}");
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        await SignalAsync("KILL", recorder);
        await recorder.WaitForExitAsync();
        Assert.That(File.Exists(_path), Is.False);
        var recording = RecordingFile.Read(_path);
        Assert.That(recording.Footer.Completeness.IsCutShort, Is.True);
        Assert.That(CausalGraphBuilder.Build(recording).Requests, Is.Not.Empty);
        Assert.That(await _target.GetAsync("/sync?id=3"), Is.EqualTo("3"), "the target lives on");
        var shown = (await Tool.RunAsync("show", _path)).IsDone();
        Assert.That(shown.Out, Does.Contain("CUT SHORT"));
    }

    [Test]
    public async Task Recorder_whose_target_is_killed_closes_its_file_and_says_so()
    {
        using var recorder = await StartRecorderAsync();
        await _target.GetAsync("/chain?id=1");
        await Task.Delay(TimeSpan.FromMilliseconds(500)); // so that it has left the target
        _target.Kill();
        var ended = (await Tool.FinishAsync(recorder)).IsDone();
        Assert.That(ended.Out, Does.Contain("until it exited").And.Contain("CUT SHORT"));
        Assert.That(CausalGraphBuilder.Build(RecordingFile.Read(_path)).Requests.Select(static request => request.Path), Does.Contain("/chain"));
    }

    [Test]
    public async Task Disk_that_is_full_ends_the_recorder_with_a_message_and_leaves_what_was_written()
    {
        const int Kilobytes = 24;
        // The shell's limit on the size of a file is what a full disk is: a write that fails. The signal that comes with it is not.
        using var recorder = Start($"trap '' XFSZ; ulimit -f {Kilobytes}; exec \"$@\"");
        await WaitForFileAsync(recorder);
        for (var i = 0; i < 400 && !recorder.HasExited; i++) await _target.GetAsync($"/burst?count=500&id={i}");
        var failed = (await Tool.FinishAsync(recorder)).Failed(ExitCode.Usage);
        Assert.That(failed.Error, Does.Contain("cannot be written").And.Contain("Free some space"));
        var recording = RecordingFile.Read(_path);
        Assert.That(recording.Footer.Completeness.IsCutShort, Is.True);
        Assert.That(recording.Events, Is.Not.Empty);
        Assert.That(await _target.GetAsync("/sync?id=3"), Is.EqualTo("3"), "the target lives on");
    }

    [Test]
    public async Task Recorder_that_is_frozen_holds_up_nobody_and_its_losses_are_told()
    {
        using var recorder = await StartRecorderAsync();
        await _target.GetAsync("/chain?id=1");
        await SignalAsync("STOP", recorder);
        // Far more than the runtime's buffer takes: the target drops events and answers all the same.
        for (var i = 0; i < 40; i++) Assert.That(await _target.GetAsync($"/burst?count=100000&id={i}"), Is.EqualTo($"{i}"));
        await SignalAsync("CONT", recorder);
        await SignalAsync("INT", recorder);
        var ended = (await Tool.FinishAsync(recorder)).IsDone();
        Assert.That(ended.Out, Does.Contain("LOSSY"));
        var completeness = RecordingFile.Read(_path).Footer.Completeness;
        Assert.That(completeness.EventsLost, Is.Positive);
        Assert.That(completeness.Losses.Sum(static lost => lost.Count), Is.EqualTo(completeness.EventsLost));
    }

    [Test]
    public async Task User_signal_makes_a_flight_recorder_write()
    {
        using var recorder = Tool.Start("record", "--pid", $"{_target.Id}", "-o", _path, "--keep-last", "30s", "--until", "signal", "--files", "1", "--after", "100ms", "--json");
        // It says each second how far it is: once it does, it listens.
        await recorder.StandardError.ReadLineAsync();
        await _target.GetAsync("/chain?id=1");
        await SignalAsync("USR1", recorder);
        var ended = (await Tool.FinishAsync(recorder)).IsDone();
        Assert.That(ended.Out, Does.Contain("\"signal\""));
        Assert.That(CausalGraphBuilder.Build(RecordingFile.Read(_path)).Requests.Select(static request => request.Path), Does.Contain("/chain"));
    }

    private async Task<Process> StartRecorderAsync()
    {
        var recorder = Tool.Start("record", "--pid", $"{_target.Id}", "-o", _path);
        await WaitForFileAsync(recorder);
        return recorder;
    }

    // Events flow once the file is there.
    private async Task WaitForFileAsync(Process recorder)
    {
        while (!File.Exists(_path + RecordingFile.IncompleteSuffix) && !recorder.HasExited) await Task.Delay(TimeSpan.FromMilliseconds(20));
    }

    private long Length() => new FileInfo(_path + RecordingFile.IncompleteSuffix).Length;

    private Process Start(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script, "recorder", "dotnet", Path.Combine(TestContext.CurrentContext.TestDirectory, "replaykit.dll"), "record", "--pid", $"{_target.Id}", "-o", _path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // else the runtime keeps its code in a file of its own, to which the limit applies as well
        return Process.Start(start)!;
    }

    private static async Task SignalAsync(string signal, Process process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }
}
