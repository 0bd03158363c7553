using System.Text.Json;
using NUnit.Framework;
using ReplayKit;

namespace Shop.Tests;

/// <summary>The same incidents, on builds of the shop that were edited since they were recorded.</summary>
public sealed class EditedServiceTests
{
    [TestCaseSource(typeof(ServiceEdit), nameof(ServiceEdit.All))]
    public async Task Incident_still_reproduces_or_diverges_naming_the_first_step(ServiceEdit edit)
    {
        using var pinned = new IncidentCopy(Incidents.Stampede, Incidents.Oversold);
        await PinAsync(pinned.PathOf(Incidents.Stampede), static replay => Incidents.PriceIsFetchedOnce(replay, isFixed: false));
        await PinAsync(pinned.PathOf(Incidents.Oversold), static replay => Incidents.NothingIsOversold(replay, isFixed: false));
        var replays = await EditedShopBuild.RunAsync(edit, pinned.Root);
        Assert.That(replays, Has.Count.EqualTo(8));
        Assert.Multiple(() =>
        {
            foreach (var replay in replays)
            {
                if (replay.TryGetProperty("pin", out var pin)) CheckPinned(edit, replay, pin.GetString()!);
                else Check(replay);
            }
        });
    }

    private static async Task PinAsync(string folder, Func<Replay, Task> body)
    {
        var runner = IncidentRunner.Load(folder);
        runner.Pin(await runner.RunAsync(body));
    }

    private static void CheckPinned(ServiceEdit edit, JsonElement replay, string pin)
    {
        var (outcome, attempts) = (replay.GetProperty("outcome").GetString(), replay.GetProperty("attempts").GetInt32());
        TestContext.Out.WriteLine(replay);
        if (replay.GetProperty("isFixed").GetBoolean())
        {
            Assert.That(outcome, Is.EqualTo("Passed"));
            Assert.That(pin, Is.Not.EqualTo("Exact"), "the fix does not follow the schedule of the bug");
            return;
        }

        Assert.That(outcome, Is.EqualTo("TestFailed"), "never a false pass");
        Assert.That((pin, attempts), edit.KeepsSchedules ? Is.EqualTo(("Exact", 1)) : Is.EqualTo(("ReAnchored", 2)).Or.EqualTo(("Exact", 1)).Or.Property("Item1").EqualTo("SearchedNearby"));
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
