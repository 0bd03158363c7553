using System.Collections.Immutable;
using ReplayKit.Replayer.Control;
using ReplayKit.Replayer.Plan;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Replayer.Running;

/// <summary>An incident made ready to be replayed any number of times.</summary>
/// <param name="incident">Its description.</param>
/// <param name="recording">Its slice of the recording.</param>
/// <param name="graph">What the slice's events say about cause.</param>
public sealed class ReplaySource(Incident incident, Recording recording, CausalGraph graph)
{
    private readonly Lock _gate = new();
    private (BuildCatalog Build, ReplayPlan Plan)? _ready;

    /// <summary>The incident's description.</summary>
    public Incident Incident { get; } = incident;

    /// <summary>Its slice of the recording.</summary>
    public Recording Recording { get; } = recording;

    /// <summary>What the slice's events say about cause.</summary>
    public CausalGraph Graph { get; } = graph;

    /// <summary>The plan for the build that is loaded in this process. Made once, when the service under test is loaded.</summary>
    /// <exception cref="ReplaySetupException">Nothing of the service under test is woven, or it is not loaded.</exception>
    public (BuildCatalog Build, ReplayPlan Plan) Ready()
    {
        lock (_gate)
        {
            if (_ready is { } ready) return ready;
            var build = BuildCatalogReader.ReadLoaded();
            if (build.Assemblies.Count == 0)
                throw new ReplaySetupException("No woven assembly is loaded, so nothing can be controlled. Import ReplayKit.Harness.targets in the test project and build it.");
            CheckService(build);
            var made = (build, PlanBuilder.Build(Recording, Graph, build));
            _ready = made;
            return made;
        }
    }

    /// <summary>The same incident with some of its requests alone.</summary>
    /// <param name="requests">Their numbers.</param>
    public ReplaySource Only(IReadOnlyCollection<int> requests)
    {
        var kept = Graph.Requests.Where(request => requests.Contains(request.Number)).ToImmutableArray();
        var words = kept.Select(static request => $"r{request.Number} ").ToList();
        return new ReplaySource(
            Incident with { Requests = [.. Incident.Requests.Where(line => words.Exists(word => line.StartsWith(word, StringComparison.Ordinal)))] },
            Recording,
            Graph with { Requests = kept, Steps = [.. Graph.Steps.Where(step => requests.Contains(step.Request))] });
    }

    /// <summary>An incident of some of the requests alone, as one that was cut from a recording: with their events, and their window.</summary>
    /// <param name="requests">Their numbers.</param>
    public (Incident Incident, Recording Recording) PartOf(IReadOnlyCollection<int> requests)
    {
        var only = Only(requests);
        var kept = only.Graph.Requests;
        var (startNs, endNs) = RecordingPart.Window(Recording, kept);
        var incident = only.Incident with
        {
            WindowStartNs = startNs, WindowEndNs = endNs, RecordedUtc = Recording.Header.StartUtc + TimeSpan.FromTicks(startNs / TimeSpan.NanosecondsPerTick),
        };
        return (incident, RecordingPart.Of(Recording, kept));
    }

    // Without the service the plan is empty: any run would follow it, and a test would pass or not by what other tests had loaded before.
    private void CheckService(BuildCatalog build)
    {
        var methods = Recording.Footer.AsyncMethods.ToLookup(static method => method.RecordedName, StringComparer.Ordinal);
        var services = Graph.Steps.Where(static step => !step.IsArrival).Select(static step => step.Method).Distinct()
            .Select(name => methods[name].ToList())
            .Where(static candidates => candidates.Count > 0 && !candidates.Exists(static candidate => candidate.IsFramework))
            .SelectMany(static candidates => candidates.Select(static candidate => candidate.Assembly))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        if (services.Count == 0 || services.Exists(build.Assemblies.Contains)) return;
        throw new ReplaySetupException(
            $"Nothing of the recorded service ({string.Join(", ", services)}) is loaded and woven in this process, so the replay could not follow the recording. "
            + "Host the service, or make what the handler calls, before RunAsync; its project must be referenced from the test's, or named by a ReplayKitWeave item.");
    }
}
