using NUnit.Framework;
using ReplayKit.Recorder.Cli;

namespace ReplayKit.Recorder.Tests.Cli;

[Parallelizable(ParallelScope.None)]
public sealed class UsageTests
{
    [TestCase("--bogus")]
    [TestCase("show", "--bogus")]
    [TestCase("show", "file.rktrace", "--bogus")]
    [TestCase("record", "--pid", "1", "--bogus")]
    public async Task Unknown_option_is_a_usage_error(params string[] args) =>
        Assert.That((await Tool.RunAsync(args)).Failed(ExitCode.Usage).Error, Does.Contain("--bogus"));

    [Test]
    public async Task No_command_is_a_usage_error() => (await Tool.RunAsync()).Failed(ExitCode.Usage);

    [Test]
    public async Task Unknown_command_is_a_usage_error_that_names_it() =>
        Assert.That((await Tool.RunAsync("shwo")).Failed(ExitCode.Usage).Error, Does.Contain("no command 'shwo'"));

    [TestCase("record", "--pid", "0")]
    [TestCase("record", "--pid", "shop")]
    [TestCase("record", "--pid", "1", "--duration", "3d")]
    [TestCase("record", "--pid", "1", "--duration", "0s")]
    [TestCase("record")]
    [TestCase("record", "--pid", "1", "--name", "shop")]
    [TestCase("cut", "file.rktrace")]
    [TestCase("cut", "file.rktrace", "-o", "traces/x", "--around", "sometime")]
    [TestCase("show", "file.rktrace", "--request", "first")]
    [TestCase("import", "file.nettrace")]
    [TestCase("import", "file.nettrace", "-o", "x.rktrace", "--assemblies", "no/such/folder")]
    [TestCase("providers", "--tier", "everything")]
    [TestCase("providers", "--format", "perfview")]
    [TestCase("check", "file.rktrace", "--allow", "everything")]
    public async Task Bad_or_missing_value_is_a_usage_error(params string[] args) => (await Tool.RunAsync(args)).Failed(ExitCode.Usage);

    [TestCase("show")]
    [TestCase("check")]
    [TestCase("cut", "-o", "traces/x")]
    [TestCase("import", "-o", "x.rktrace")]
    public async Task Missing_file_is_a_usage_error(params string[] command)
    {
        var missing = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.That((await Tool.RunAsync([.. command, missing])).Failed(ExitCode.Usage).Error, Does.Contain(missing));
    }

    [TestCase]
    [TestCase("ps")]
    [TestCase("record")]
    [TestCase("show")]
    [TestCase("cut")]
    [TestCase("check")]
    [TestCase("import")]
    [TestCase("providers")]
    public async Task Help_shows_examples(params string[] command)
    {
        var help = (await Tool.RunAsync([.. command, "--help"])).IsDone();
        Assert.That(help.Out, Does.Contain("Examples:").And.Contain($"  replaykit {string.Join(' ', command)}"));
        Assert.That(help.Error, Is.Empty);
    }

    [Test]
    public async Task Help_lists_only_commands_that_exist()
    {
        var help = (await Tool.RunAsync("--help")).IsDone().Out;
        foreach (var command in new[] { "findings", "report", "export", "new-test" })
        {
            Assert.That(help, Does.Not.Match($@"^  {command}\b"));
        }
    }

    [Test]
    public async Task Version_is_printed() => Assert.That((await Tool.RunAsync("--version")).IsDone().Out, Does.Match(@"^\d+\.\d+\.\d+"));
}
