using System.Collections.Immutable;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.Import;

/// <summary>Tells which of the events that a recording needs a trace has none of.</summary>
/// <remarks>A trace does not say what was asked for, only what came.</remarks>
public static class NeededEvents
{
    private const string Tasks = "System.Threading.Tasks.TplEventSource";
    private const string Bridge = "Microsoft-Diagnostics-DiagnosticSource";
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";

    /// <summary>Refuses a trace from which nothing could be imported.</summary>
    /// <param name="facts">What the trace says of itself.</param>
    /// <exception cref="NothingToImportException">It holds no event of requests and none of tasks.</exception>
    public static void Require(TraceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Known.ContainsKey(RawProvider.Tasks) || facts.Known.ContainsKey(RawProvider.DiagnosticSource)) return;
        throw new NothingToImportException($"The trace holds nothing that a recording is made of: no event of {Bridge} and none of {Tasks}.");
    }

    /// <summary>What is missing from a trace.</summary>
    /// <param name="facts">What the trace says of itself.</param>
    /// <param name="requestCount">Requests that were imported.</param>
    /// <param name="namelessCount">Those of them that have no path.</param>
    public static ImmutableArray<MissingEvents> Missing(TraceFacts facts, long requestCount, long namelessCount)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var missing = ImmutableArray.CreateBuilder<MissingEvents>();
        var hasBridge = facts.Known.ContainsKey(RawProvider.DiagnosticSource);
        // The bridge announces its sources as soon as it is asked for anything.
        if (!hasBridge) missing.Add(new(Bridge, "there are no requests and no outgoing calls", IsCertain: true));
        else if (requestCount == 0) missing.Add(new($"{Bridge} about requests", "no request is known", IsCertain: false));
        else if (namelessCount > 0) missing.Add(new($"{Bridge} with method, path and headers", "requests have no paths", IsCertain: true));
        if (!facts.Known.ContainsKey(RawProvider.Tasks)) missing.Add(new(Tasks, "there are no steps and no waits", requestCount > 0));
        if (!facts.Known.ContainsKey(RawProvider.Runtime)) missing.Add(new(Runtime, "there are no exceptions and no pauses of the garbage collector", IsCertain: false));
        return missing.ToImmutable();
    }
}
