using NUnit.Framework;
using ReplayKit.Recorder.Cli;
using ReplayKit.TraceFormat.Model;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Tests.Cli;

internal sealed class SymptomTextTests
{
    [TestCase("assertion", SymptomKind.Assertion, "")]
    [TestCase("exception=Shop.OutOfStockException", SymptomKind.Exception, "Shop.OutOfStockException")]
    [TestCase("status=503", SymptomKind.Status, "503")]
    [TestCase("latency=2s", SymptomKind.Latency, "2000ms")]
    [TestCase("latency=1.5ms", SymptomKind.Latency, "1.5ms")]
    [TestCase("deadlock", SymptomKind.Deadlock, "")]
    public void TryParse_symptom_is_read(string text, SymptomKind kind, string detail)
    {
        Assert.That(SymptomText.TryParse(text, out var symptom), Is.True);
        Assert.That(symptom, Is.EqualTo(new Symptom(kind, detail)));
    }

    [TestCase("")]
    [TestCase("exception")]
    [TestCase("exception=")]
    [TestCase("status=99")]
    [TestCase("status=abc")]
    [TestCase("latency=0s")]
    [TestCase("latency=soon")]
    [TestCase("deadlock=1")]
    [TestCase("hang")]
    public void TryParse_other_text_is_refused(string text) => Assert.That(SymptomText.TryParse(text, out _), Is.False);

    [TestCase(SymptomKind.Latency, "2000ms", "a request took longer than 2000ms")]
    [TestCase(SymptomKind.Deadlock, "", "requests waited for each other, and none went on")]
    public void Describe_symptom_in_words(SymptomKind kind, string detail, string words) => Assert.That(SymptomText.Describe(new Symptom(kind, detail)), Is.EqualTo(words));

    [Test]
    public void Describe_exception_names_its_method() =>
        Assert.That(SymptomText.Describe(new Symptom(SymptomKind.Exception, "A") { Method = "GetAsync" }), Is.EqualTo("A was thrown in GetAsync"));

    [Test]
    public async Task Cut_keeps_the_symptom_that_it_is_told()
    {
        var folder = Files.NewPath("-symptom");
        (await Tool.RunAsync("cut", Files.Whole(), "-o", folder, "--around", "request=1", "--symptom", "latency=250ms")).IsDone();
        Assert.That(IncidentFolder.LoadIncident(folder).Symptom, Is.EqualTo(new Symptom(SymptomKind.Latency, "250ms")));
        Assert.That(
            (await Tool.RunAsync("cut", Files.Whole(), "-o", folder, "--force", "--symptom", "slow")).Failed(ExitCode.Usage).Error,
            Does.Contain("--symptom does not understand 'slow'.").And.Contain("latency=2s"));
    }
}
