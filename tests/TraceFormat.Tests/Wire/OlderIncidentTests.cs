using NUnit.Framework;
using ReplayKit.TraceFormat.Wire;

namespace TraceFormat.Tests.Wire;

/// <summary>Descriptions written before there were all of today's members.</summary>
public sealed class OlderIncidentTests
{
    private const string WithoutLosses = """
        {
          "title": "More sold than there was",
          "source": "Shop",
          "recordedUtc": "2026-11-23T10:55:16+00:00",
          "windowStartNs": 1,
          "windowEndNs": 2,
          "symptom": { "kind": "assertion", "detail": "" },
          "requests": [],
          "completeness": { "eventsKept": 1, "eventsLost": 0, "isCutShort": false, "unknown": [] },
          "redacted": []
        }
        """;

    [Test]
    public void Description_without_a_list_of_losses_loads_with_an_empty_one_and_can_be_saved_again()
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, IncidentFolder.IncidentFileName), WithoutLosses);
        var incident = IncidentFolder.LoadIncident(folder.Path);
        Assert.That(incident.Completeness.Losses.IsDefault, Is.False);
        IncidentFolder.Save(folder.Path, incident, Sample.Recording);
        Assert.That(IncidentFolder.LoadIncident(folder.Path).Completeness.Losses, Is.Empty);
    }
}
