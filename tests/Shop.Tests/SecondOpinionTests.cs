using NUnit.Framework;
using ReplayKit;
using ReplayKit.Recorder;
using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Plan;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Wire;
using Shop.Incidents;

namespace Shop.Tests;

/// <summary>Records the replay itself, with the same recorder, and asks that recording whether the incident's order was kept.</summary>
public sealed class SecondOpinionTests
{
    private static IEnumerable<TestCaseData> Cases()
    {
        yield return new TestCaseData(Incidents.Stampede, (Func<Replay, bool, Task>)Incidents.PriceIsFetchedOnce).SetArgDisplayNames("stampede");
        yield return new TestCaseData(Incidents.Oversold, (Func<Replay, bool, Task>)Incidents.NothingIsOversold).SetArgDisplayNames("oversold");
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Recording_of_the_replay_shows_every_order_constraint_of_the_incident(string path, Func<Replay, bool, Task> body)
    {
        var runner = IncidentRunner.Load(path);
        // Once unrecorded: the host's first start compiles, and that is not what is recorded here.
        await runner.RunAsync(replay => body(replay, false));
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Path.GetFileName(path)}-{Guid.NewGuid():N}.rktrace");
        var session = await RecordingSession.StartAsync(new RecordOptions { ProcessId = Environment.ProcessId, OutputPath = file });
        var run = await runner.RunAsync(replay => body(replay, false));
        var summary = await session.StopAsync();

        Assert.That(run.Result.Fidelity, Is.EqualTo(1.0), "the replay's own opinion");
        Assert.That(summary.EventsLost, Is.Zero);
        var incident = PlanOf(ResolveRecording(path));
        var replayed = PlanOf(file);
        var order = Positions(replayed);
        Assert.That(incident.Constraints, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var (first, second) in incident.Constraints)
            {
                var (earlier, later) = (KeyOf(incident, incident.Steps[first]), KeyOf(incident, incident.Steps[second]));
                Assert.That(order.Keys, Does.Contain(earlier).And.Contain(later));
                Assert.That(order.GetValueOrDefault(earlier), Is.LessThan(order.GetValueOrDefault(later)), $"{earlier} before {later}");
            }
        });
        File.Delete(file);
    }

    // The replay runs its steps one at a time, so the order in which they end is the interleaving. (All requests are handed in at the start,
    // so an arrival's beginning tells nothing.)
    private static Dictionary<string, int> Positions(ReplayPlan replayed) =>
        replayed.Steps.OrderBy(static step => step.EndNs)
            .Select((step, position) => (Key: KeyOf(replayed, step), position))
            .ToDictionary(static step => step.Key, static step => step.position);

    // A request is known by the host's own name for it, which the replay carries over; its number is its order of arrival in one recording.
    private static string KeyOf(ReplayPlan plan, PlannedStep step)
    {
        var request = plan.Requests.First(request => request.Number == step.Request);
        if (step.IsCommand)
            return $"{request.TraceIdentifier} {step.Command} {plan.Steps.Count(other => other.Request == step.Request && other.Command == step.Command && other.Index <= step.Index)}";
        return $"{request.TraceIdentifier} {string.Join('|', step.DeclaringTypes)} {step.Method} {step.Invocation} {step.Resumption}";
    }

    private static ReplayPlan PlanOf(string file)
    {
        var recording = RecordingFile.Read(file);
        var plan = PlanBuilder.Build(recording, CausalGraphBuilder.Build(recording), BuildCatalogReader.ReadLoaded());
        // The stub of the test is woven as well; production never had it.
        return plan with { Steps = [.. plan.Steps.Where(static step => !step.DeclaringTypes.Contains(typeof(UpstreamStub).FullName!))] };
    }

    private static string ResolveRecording(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, path))) folder = folder.Parent;
        return Path.Combine(folder.FullName, path, IncidentFolder.RecordingFileName);
    }
}
