using System.Text.Json;
using NUnit.Framework;
using Recorder.Tests.Live;
using ReplayKit.Recorder.Cli;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class CheckTests
{
    private const string Secret = "hunter2222";

    [Test]
    public async Task Clean_recording_passes()
    {
        var done = (await Tool.RunAsync("check", Files.Whole())).IsDone();
        Assert.That(done.Out, Does.Contain("whole: ").And.Contain("none lost").And.Contain("none found"));
        Assert.That(done.Error, Is.Empty);
    }

    [Test]
    public async Task Incident_passes() => (await Tool.RunInAsync(GoldenTests.Folder(), "check", "price-cache-stampede")).IsDone();

    [Test]
    public async Task Secret_that_is_left_is_told_by_its_place_and_never_printed()
    {
        var path = Files.WithSecret(Secret);
        var found = await Tool.RunAsync("check", path);
        Assert.That(found.Code, Is.EqualTo((int)ExitCode.ConditionNotMet));
        Assert.That(found.Out, Does.Contain("1 FOUND").And.Contain("header X-Api-Key").And.Contain("--redact").And.Not.Contain(Secret));
        Assert.That(found.Error, Is.Empty);
    }

    [Test]
    public async Task Json_is_one_document()
    {
        var found = await Tool.RunAsync("check", Files.WithSecret(Secret), "--json");
        Assert.That(found.Code, Is.EqualTo((int)ExitCode.ConditionNotMet));
        Assert.That(found.Out, Does.Not.Contain(Secret));
        using var document = JsonDocument.Parse(found.Out);
        var root = document.RootElement;
        Assert.That(root.GetProperty("schema").GetString(), Is.EqualTo("replaykit.check/1"));
        Assert.That(root.GetProperty("isClean").GetBoolean(), Is.False);
        var finding = root.GetProperty("findings").EnumerateArray().Single();
        Assert.That(finding.GetProperty("kind").GetString(), Is.EqualTo("namedSecret"));
        Assert.That(finding.GetProperty("event").GetInt64(), Is.Zero);
        Assert.That(finding.GetProperty("isAllowed").GetBoolean(), Is.False);
    }

    [Test]
    public async Task Incomplete_recording_fails_unless_that_is_allowed()
    {
        var lossy = await Tool.RunAsync("check", Files.Lossy());
        Assert.That((lossy.Code, lossy.Out.Contains("LOSSY: 7 of", StringComparison.Ordinal)), Is.EqualTo(((int)ExitCode.ConditionNotMet, true)));
        var cut = await Tool.RunAsync("check", Files.Unclosed());
        Assert.That((cut.Code, cut.Out.Contains("CUT SHORT", StringComparison.Ordinal)), Is.EqualTo(((int)ExitCode.ConditionNotMet, true)));
        Assert.That((await Tool.RunAsync("check", Files.Lossy(), "--allow", "lossy,cardNumber")).IsDone().Out, Does.Contain("(allowed)"));
        Assert.That((await Tool.RunAsync("check", Files.WithSecret(Secret), "--allow", "namedSecret")).IsDone().Out, Does.Contain("namedSecret (allowed)"));
    }

    [Test]
    public async Task Damaged_file_fails_as_such() =>
        Assert.That((await Tool.RunAsync("check", Files.Damaged())).Failed(ExitCode.UnreadableFile).Error, Does.Contain("damaged at byte"));

    [Test]
    public async Task Recording_without_redaction_holds_what_a_default_one_does_not()
    {
        using var target = await TargetProcess.StartAsync();
        var (kept, replaced) = (Files.NewPath(), Files.NewPath());
        await RecordAsync(kept, "--no-default-redaction");
        await RecordAsync(replaced);
        Assert.That((await Tool.RunAsync("check", kept)).Code, Is.EqualTo((int)ExitCode.ConditionNotMet));
        (await Tool.RunAsync("check", replaced)).IsDone();

        async Task RecordAsync(string path, params string[] more)
        {
            using var recorder = Tool.Start(["record", "--pid", $"{target.Id}", "-o", path, "--duration", "2s", .. more]);
            while (!File.Exists(path + RecordingFile.IncompleteSuffix) && !recorder.HasExited) await Task.Delay(TimeSpan.FromMilliseconds(20));
            await target.GetAsync("/sync?id=1&access_token=" + Secret);
            (await Tool.FinishAsync(recorder)).IsDone();
        }
    }
}
