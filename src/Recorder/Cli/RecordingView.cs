using System.Collections.Frozen;
using System.Collections.Immutable;
using ReplayKit.Recorder.Cutting;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>A recording, prepared for being looked at: what texts and JSON documents are made from.</summary>
public sealed class RecordingView
{
    private readonly FrozenDictionary<int, ImmutableArray<RecordedStep>> _steps;
    private readonly FrozenDictionary<int, ImmutableArray<int>> _overlaps;

    /// <summary>Prepares a recording.</summary>
    /// <param name="path">Where it was read from, as the user named it.</param>
    /// <param name="incident">The manifest, when it is an incident's slice.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="graph">What its events say about cause.</param>
    public RecordingView(string path, Incident? incident, Recording recording, CausalGraph graph)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(graph);
        Path = path;
        Incident = incident;
        Recording = recording;
        Graph = graph;
        Names = new MethodNames(recording.Footer.AsyncMethods);
        _steps = graph.Steps.GroupBy(static step => step.Request)
            .ToFrozenDictionary(static group => group.Key, static group => ImmutableArray.CreateRange(group));
        _overlaps = Overlaps(graph.Requests);
    }

    /// <summary>Where it was read from, as the user named it.</summary>
    public string Path { get; }

    /// <summary>The manifest, when it is an incident's slice.</summary>
    public Incident? Incident { get; }

    /// <summary>The recording.</summary>
    public Recording Recording { get; }

    /// <summary>What its events say about cause.</summary>
    public CausalGraph Graph { get; }

    /// <summary>Readable names of its methods.</summary>
    public MethodNames Names { get; }

    /// <summary>How much of what happened was recorded. For an incident: what the recording held that it was cut from.</summary>
    public Completeness Completeness
    {
        get
        {
            var own = Recording.Footer.Completeness;
            // A slice that was damaged after it was cut is short of something, whatever its manifest says.
            return Incident is { Completeness: var source } ? source with { IsCutShort = source.IsCutShort || own.IsCutShort } : own;
        }
    }

    /// <summary>The requests that failed with status 500 or above.</summary>
    public IEnumerable<RecordedRequest> Failed => Graph.Requests.Where(RequestTimes.IsFailed);

    /// <summary>A request's steps, in their total order.</summary>
    /// <param name="request">The request's number.</param>
    public ImmutableArray<RecordedStep> StepsOf(int request) => _steps.GetValueOrDefault(request, []);

    /// <summary>Numbers of the requests that overlap a request in time, in order of arrival.</summary>
    /// <param name="request">The request's number.</param>
    public ImmutableArray<int> OverlapsOf(int request) => _overlaps.GetValueOrDefault(request, []);

    // In order of arrival, each request is compared with those that are still running: the cost follows the number of overlaps.
    private static FrozenDictionary<int, ImmutableArray<int>> Overlaps(ImmutableArray<RecordedRequest> requests)
    {
        var overlaps = requests.ToDictionary(static request => request.Number, static _ => new List<int>());
        var running = new List<RecordedRequest>();
        foreach (var request in requests.OrderBy(static request => request.StartNs))
        {
            running.RemoveAll(other => !RequestTimes.Overlap(other, request));
            foreach (var other in running)
            {
                overlaps[other.Number].Add(request.Number);
                overlaps[request.Number].Add(other.Number);
            }

            running.Add(request);
        }

        return overlaps.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.Order().ToImmutableArray());
    }
}
