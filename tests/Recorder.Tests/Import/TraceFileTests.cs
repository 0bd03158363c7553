using NUnit.Framework;
using ReplayKit.Recorder.Cli;
using ReplayKit.Recorder.Tests.Cli;

namespace Recorder.Tests.Import;

/// <summary>Files that are no trace are named for what they are, and nothing is left of the attempt.</summary>
public sealed class TraceFileTests
{
    private static readonly byte[] s_gzip = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0];

    [TestCaseSource(nameof(NoTraces))]
    public async Task File_that_is_no_trace_is_refused_by_name(string extension, byte[] content, string says)
    {
        var (trace, output) = (Files.NewPath(extension), Files.NewPath());
        await File.WriteAllBytesAsync(trace, content);
        var failed = (await Tool.RunAsync("import", trace, "-o", output)).Failed(ExitCode.UnreadableFile);
        Assert.That(failed.Error, Does.Contain(says));
        Assert.That(File.Exists(output) || File.Exists(output + ".incomplete"), Is.False);
    }

    [Test]
    public async Task Recording_is_no_trace()
    {
        var failed = (await Tool.RunAsync("import", Files.Whole(), "-o", Files.NewPath())).Failed(ExitCode.UnreadableFile);
        Assert.That(failed.Error, Does.Contain("a recording already").And.Contain("replaykit show"));
    }

    [Test]
    public async Task Import_over_an_existing_file_needs_force()
    {
        var failed = (await Tool.RunAsync("import", Files.NewPath(".nettrace"), "-o", Files.Text())).Failed(ExitCode.Usage);
        Assert.That(failed.Error, Does.Contain("already there").And.Contain("--force"));
    }

    private static IEnumerable<TestCaseData> NoTraces()
    {
        yield return new TestCaseData(".nettrace", Array.Empty<byte>(), "is empty").SetArgDisplayNames("empty");
        yield return new TestCaseData(".nettrace", "Dear diary"u8.ToArray(), "no trace of EventPipe").SetArgDisplayNames("text");
        yield return new TestCaseData(".etl", new byte[4096], "ETL").SetArgDisplayNames("etl");
        yield return new TestCaseData(".nettrace", s_gzip, "compressed").SetArgDisplayNames("gzip");
        yield return new TestCaseData(".nettrace", "Nettrace"u8.ToArray(), "before its first event").SetArgDisplayNames("magic only");
        yield return new TestCaseData(".nettrace", Later(), "before its first event").SetArgDisplayNames("later version");
    }

    private static byte[] Later() => [.. "Nettrace"u8, 0, 0, 0, 0, 99, 0, 0, 0, .. new byte[200]];
}
