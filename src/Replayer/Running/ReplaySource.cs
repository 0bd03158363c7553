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
    /// <exception cref="ReplaySetupException">Nothing of the service under test is woven.</exception>
    public (BuildCatalog Build, ReplayPlan Plan) Ready()
    {
        lock (_gate)
        {
            if (_ready is { } ready) return ready;
            var build = BuildCatalogReader.ReadLoaded();
            if (build.Assemblies.Count == 0)
                throw new ReplaySetupException("No woven assembly is loaded, so nothing can be controlled. Import ReplayKit.Harness.targets in the test project and build it.");
            var made = (build, PlanBuilder.Build(Recording, Graph, build));
            _ready = made;
            return made;
        }
    }
}
