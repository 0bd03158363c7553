using ReplayKit;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace WebHost.Tests;

/// <summary>An incident of two requests, as a recording would tell it; each line happens a millisecond after the one before.</summary>
internal sealed class MadeIncident(string method, string path, string query = "")
{
    private const long Millisecond = 1_000_000;
    private readonly List<(int Request, string Command, long TimeNs)> _commands = [];
    private readonly Dictionary<int, long> _starts = [];
    private long _nowNs;

    /// <summary>A request arrives.</summary>
    public MadeIncident Arrives(int request)
    {
        _starts.Add(request, _nowNs += Millisecond);
        return this;
    }

    /// <summary>A request sends a command to the database.</summary>
    public MadeIncident Sends(int request, string command)
    {
        _commands.Add((request, command, _nowNs += Millisecond));
        return this;
    }

    /// <summary>The incident, ready to be replayed.</summary>
    public IncidentRunner Runner()
    {
        var end = _nowNs + Millisecond;
        var requests = _starts.Select(start => new RecordedRequest
        {
            Number = start.Key, TraceIdentifier = $"{start.Key}", Method = method, Path = path, Query = query, Headers = [], StartNs = start.Value, StopNs = end, Status = 200,
        });
        var steps = _starts.Select((start, index) => new RecordedStep
        {
            Index = index, Request = start.Key, Method = "", TaskId = 0, ThreadId = start.Key, BeginNs = start.Value, EndNs = end,
        });
        var commands = _commands.Select(static command => new DatabaseCommand(command.Request, "ef", command.Command, command.TimeNs, command.TimeNs + (Millisecond / 2), false));
        var graph = new CausalGraph([.. requests], [.. steps], [], [], []) { DatabaseCommands = [.. commands] };
        var header = new RecordingHeader("", DateTimeOffset.UnixEpoch, new RecordedProcess(0, "", "", "", "", 0), [], []);
        var recording = new Recording(header, [], new RecordingFooter(end, Completeness.Empty, []));
        var incident = new Incident
        {
            Title = "made", Source = "WebHost", RecordedUtc = DateTimeOffset.UnixEpoch, WindowStartNs = 0, WindowEndNs = end, Symptom = new Symptom(SymptomKind.Assertion, ""),
            Requests = [.. graph.Requests.Select(static request => $"r{request.Number} {request.Method} {request.Path}")], Completeness = Completeness.Empty, Redacted = [],
        };
        return IncidentRunner.For(incident, recording, graph);
    }
}
