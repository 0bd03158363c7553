using NUnit.Framework;
using ReplayKit.Recorder.Cli;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Tests.Cli;

public sealed class CompletenessTextTests
{
    [TestCase(12345, 0, false, "complete: 12,345 events kept, none lost")]
    [TestCase(900, 100, false, "LOSSY: 100 of 1,000 events were lost (10.0 %); 900 events kept; requests, steps and waits may be missing")]
    [TestCase(900, 0, true, "CUT SHORT: the end is missing, because the recorder did not close the file or the target died; 900 events kept")]
    [TestCase(900, 100, true, "CUT SHORT AND LOSSY: the end is missing, because the recorder did not close the file or the target died and 100 of 1,000 events were lost (10.0 %); 900 events kept")]
    [TestCase(0, 0, false, "complete: 0 events kept, none lost")]
    public void Describe_completeness_says_what_is_missing(long kept, long lost, bool isCutShort, string expected) =>
        Assert.That(CompletenessText.Describe(new Completeness(kept, lost, isCutShort, [])), Is.EqualTo(expected));

    [Test]
    public void DescribeUnknown_names_the_most_frequent() =>
        Assert.That(
            CompletenessText.DescribeUnknown(new Completeness(1, 0, false, [new("A/1", 2), new("B/2", 5)])),
            Is.EqualTo("7 events of 2 kinds that the recorder has no rule for, most often B/2"));

    [Test]
    public void DescribeUnknown_without_any_is_silent() => Assert.That(CompletenessText.DescribeUnknown(Completeness.Empty), Is.Null);
}
