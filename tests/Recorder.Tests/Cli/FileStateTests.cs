using System.Text.Json;
using NUnit.Framework;
using ReplayKit.Recorder.Cli;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class FileStateTests
{
    [Test]
    public async Task Show_file_that_a_killed_recorder_left_works_and_says_so()
    {
        var shown = (await Tool.RunAsync("show", Files.Unclosed())).IsDone();
        Assert.That(shown.Out, Does.Contain("completeness  CUT SHORT").And.Contain("  r1  "));
    }

    [Test]
    public async Task Show_file_whose_copy_broke_off_works_and_says_so() =>
        Assert.That((await Tool.RunAsync("show", Files.Truncated())).IsDone().Out, Does.Contain("completeness  CUT SHORT"));

    [Test]
    public async Task Show_lossy_file_says_so()
    {
        var path = Files.Lossy();
        Assert.That((await Tool.RunAsync("show", path)).IsDone().Out, Does.Contain("completeness  LOSSY: 7 of "));
        Assert.That((await Tool.RunAsync("show", path, "--request", "1")).IsDone().Out, Does.Contain("LOSSY: 7 of "));
        Assert.That((await Tool.RunAsync("show", path, "--events")).IsDone().Error, Does.Contain("LOSSY: 7 of "));
    }

    [Test]
    public async Task Show_damaged_file_fails_as_such() =>
        Assert.That((await Tool.RunAsync("show", Files.Damaged())).Failed(ExitCode.UnreadableFile).Error, Does.Contain("damaged at byte"));

    [Test]
    public async Task Show_file_of_a_later_version_fails_as_such() =>
        Assert.That((await Tool.RunAsync("show", Files.OfLaterVersion())).Failed(ExitCode.UnreadableFile).Error, Does.Contain("format version"));

    [TestCase("show")]
    [TestCase("cut")]
    public async Task Command_given_no_recording_fails_as_such(string command)
    {
        string[] args = command == "cut" ? [command, Files.Text(), "-o", Files.NewPath("")] : [command, Files.Text()];
        Assert.That((await Tool.RunAsync(args)).Failed(ExitCode.UnreadableFile).Error, Does.Contain("is not a recording"));
    }

    [Test]
    public async Task Show_folder_that_is_no_incident_is_a_usage_error()
    {
        var folder = Directory.CreateDirectory(Files.NewPath("")).FullName;
        Assert.That((await Tool.RunAsync("show", folder)).Code, Is.EqualTo((int)ExitCode.Usage));
    }

    [Test]
    public async Task Show_request_that_is_not_there_says_which_are()
    {
        var failed = (await Tool.RunAsync("show", Files.Whole(), "--request", "999")).Failed(ExitCode.ConditionNotMet);
        Assert.That(failed.Error, Does.Contain("no request 999").And.Contain("replaykit show"));
    }

    [TestCase]
    [TestCase("--events")]
    [TestCase("--request", "1")]
    [TestCase("--request", "1", "--events")]
    public async Task Show_json_is_one_document(params string[] options)
    {
        var shown = (await Tool.RunAsync(["show", Files.Whole(), "--json", .. options])).IsDone();
        Assert.That(shown.Error, Is.Empty);
        using var document = JsonDocument.Parse(shown.Out);
        var root = document.RootElement;
        Assert.That(root.GetProperty("schema").GetString(), Is.EqualTo("replaykit.show/1"));
        Assert.That(root.TryGetProperty("request", out _), Is.EqualTo(options.Contains("--request")));
        Assert.That(root.TryGetProperty("events", out var events), Is.EqualTo(options.Contains("--events")));
        if (options.Contains("--events")) Assert.That(events.GetArrayLength(), Is.EqualTo(root.GetProperty("completeness").GetProperty("eventsKept").GetInt32()));
    }
}
