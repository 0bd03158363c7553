using ReplayKit.TraceFormat.Model;

namespace ReplayKit.TraceFormat.Causality;

/// <summary>
/// Finds the tasks in which a host runs its requests one after another: Kestrel's loop over the requests of a connection is one. Such a task
/// outlives the request in which it first suspends, so that neither it nor what it resumes later belongs to that request.
/// </summary>
internal static class HostTasks
{
    private const string KestrelAssembly = "Microsoft.AspNetCore.Server.Kestrel.Core";
    private const string TestServerLoop = "SendAsync.RunRequestAsync";
    private const string KestrelLoop = "ProcessRequests";

    /// <summary>Ids of the tasks.</summary>
    internal static HashSet<int> Find(Recording recording)
    {
        var found = new HashSet<int>();
        var loopNames = LoopNames(recording);
        var runs = new Dictionary<long, List<HostRun>>();
        var started = new Dictionary<string, HostRun?>(StringComparer.Ordinal);
        foreach (var e in recording.Events)
        {
            switch (e.Kind)
            {
                case RecordedEventKind.OperationBegan when e.Text is not null && loopNames(e.Text):
                    found.Add(e.TaskId);
                    break;
                case RecordedEventKind.WorkBegan:
                    RunsOf(runs, e.ThreadId).Add(new HostRun(e.TaskId));
                    break;
                case RecordedEventKind.WorkEnded:
                    Pop(RunsOf(runs, e.ThreadId));
                    break;
                case RecordedEventKind.TierChanged:
                    runs.Clear(); // what is open after a gap is not known
                    started.Clear();
                    break;
                case RecordedEventKind.RequestStarted:
                    started[e.Field(FieldNames.TraceIdentifier) ?? ""] = RunsOf(runs, e.ThreadId).LastOrDefault();
                    break;
                case RecordedEventKind.RequestStopped when recording.Footer.Completeness.EventsLost == 0:
                    AddStopping(e, started, RunsOf(runs, e.ThreadId).LastOrDefault(), found);
                    break;
            }
        }

        return found;
    }

    // Only a host stops a request, so what runs innermost then is the host's. It proves nothing when the request never suspended: then
    // the same run started it, and that may be code that called the host in-process. With lost events the innermost run is a guess.
    private static void AddStopping(in RecordedEvent e, Dictionary<string, HostRun?> started, HostRun? innermost, HashSet<int> found)
    {
        var isKnown = started.TryGetValue(e.Field(FieldNames.TraceIdentifier) ?? "", out var start);
        if (isKnown && innermost is not null && innermost != start) found.Add(innermost.TaskId);
    }

    // By name as well, for requests that were still running when the recording ended.
    private static Func<string, bool> LoopNames(Recording recording)
    {
        var assemblies = recording.Footer.AsyncMethods.ToLookup(static method => method.RecordedName, static method => method.Assembly, StringComparer.Ordinal);
        return name => StateMachineName.Readable(name) switch
        {
            TestServerLoop => true,
            KestrelLoop => name.EndsWith("`1", StringComparison.Ordinal) && (!assemblies.Contains(name) || assemblies[name].Contains(KestrelAssembly)),
            _ => false,
        };
    }

    private static List<HostRun> RunsOf(Dictionary<long, List<HostRun>> runs, long threadId)
    {
        if (!runs.TryGetValue(threadId, out var own)) runs.Add(threadId, own = []);
        return own;
    }

    private static void Pop(List<HostRun> runs)
    {
        if (runs.Count > 0) runs.RemoveAt(runs.Count - 1);
    }
}
