using System.Text.Json;
using NUnit.Framework;

namespace Shop.Tests;

/// <summary>The same incidents, on builds of the shop that were edited since they were recorded.</summary>
public sealed class EditedServiceTests
{
    [TestCaseSource(typeof(ServiceEdit), nameof(ServiceEdit.All))]
    public async Task Incident_still_reproduces_or_diverges_naming_the_first_step(ServiceEdit edit)
    {
        var replays = await EditedShopBuild.RunAsync(edit);
        Assert.That(replays, Has.Count.EqualTo(4));
        Assert.Multiple(() =>
        {
            foreach (var replay in replays) Check(replay);
        });
    }

    private static void Check(JsonElement replay)
    {
        var outcome = string.Join(',', replay.GetProperty("outcomes").EnumerateArray().Select(static outcome => outcome.GetString()));
        TestContext.Out.WriteLine(replay);
        Assert.That(replay.GetProperty("fingerprints").GetInt32(), Is.EqualTo(1), "one interleaving");
        if (replay.GetProperty("isFixed").GetBoolean()) Assert.That(outcome, Is.EqualTo("Passed"));
        else if (outcome == "Diverged") Assert.That(replay.GetProperty("divergence").GetString(), Is.Not.Empty);
        else Assert.That(outcome, Is.EqualTo("TestFailed"), "the bug reproduces; never a false pass");
    }
}
