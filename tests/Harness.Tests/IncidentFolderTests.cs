using FailingFixtures;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Harness.Tests;

/// <summary>Incidents that are not there, damaged, or not whole.</summary>
public sealed class IncidentFolderTests
{
    [TestCase(nameof(IncidentFolderFixture.Missing), "There is no folder incidents/missing in ", "replaykit cut FILE.rktrace -o incidents/missing")]
    [TestCase(nameof(IncidentFolderFixture.No_description), "is not an incident: it holds no incident.json", "replaykit cut")]
    [TestCase(nameof(IncidentFolderFixture.No_recording), "recording.rktrace", "Check the path.")]
    [TestCase(nameof(IncidentFolderFixture.Malformed), "incident.json is malformed: ", "cut the incident again")]
    [TestCase(nameof(IncidentFolderFixture.Damaged), "recording.rktrace is damaged at byte ", "record again")]
    [TestCase(nameof(IncidentFolderFixture.Damaged_of_an_open_bug), "recording.rktrace is damaged at byte ", "record again")]
    [TestCase(nameof(IncidentFolderFixture.Foreign), "recording.rktrace is not a recording", "replaykit record")]
    [TestCase(nameof(IncidentFolderFixture.Empty), "The recording holds no request, so there is nothing to replay: it is not whole.", "Cut the incident again")]
    public void Incident_that_cannot_be_used_is_an_error_that_says_what_happened_and_what_to_do(string method, string what, string remedy)
    {
        var result = Fixtures.Run<IncidentFolderFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Error), result.Message);
        Assert.That(result.Message, Does.Contain(what).And.Contain(remedy));
        Assert.That(result.Message, Does.Not.Contain("Exception").And.Not.Contain("\n"), "one line, in words");
        Assert.That(result.StackTrace, Is.Null.Or.Empty);
    }

    [TestCase(nameof(IncidentFolderFixture.Lossy_and_failing), " · recording LOSSY, 17 events lost\n")]
    [TestCase(nameof(IncidentFolderFixture.Cut_short_and_failing), " · recording CUT SHORT, its end is missing\n")]
    public void Failure_on_a_recording_that_is_not_whole_says_so(string method, string completeness)
    {
        var result = Fixtures.Run<IncidentFolderFixture>(method);
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Failure), result.Message);
        Assert.That(result.Message, Does.Contain(completeness));
    }

    [Test]
    public void Pass_on_a_recording_that_is_not_whole_says_so_in_the_output()
    {
        var result = Fixtures.Run<IncidentFolderFixture>(nameof(IncidentFolderFixture.Lossy));
        Assert.That(result.ResultState, Is.EqualTo(ResultState.Success), result.Message);
        Assert.That(result.Output, Does.Contain("recording LOSSY, 17 events lost"));
    }
}
