using System.Collections.Immutable;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.Recorder.Normalize;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Import;

/// <summary>Tells which of the events that a recording needs a trace has none of. It does not say what was asked for, only what came.</summary>
public static class NeededEvents
{
    /// <summary>Whether a recording can be made of a trace at all.</summary>
    /// <param name="seen">The providers of which there was an event.</param>
    public static bool Suffice(IReadOnlySet<RawProvider> seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return seen.Contains(RawProvider.Tasks) || seen.Contains(RawProvider.DiagnosticSource);
    }

    /// <summary>How much was listened to, as far as what came tells.</summary>
    /// <param name="seen">The providers of which there was an event.</param>
    public static RecordingTier Tier(IReadOnlySet<RawProvider> seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (!seen.Contains(RawProvider.Tasks)) return RecordingTier.Requests;
        return seen.Contains(RawProvider.Framework) ? RecordingTier.Full : RecordingTier.Tasks;
    }

    /// <summary>What is missing from a trace.</summary>
    /// <param name="seen">The providers of which there was an event.</param>
    /// <param name="requestCount">Requests that were imported.</param>
    /// <param name="namelessCount">Those of them that have no path.</param>
    public static ImmutableArray<MissingEvents> Missing(IReadOnlySet<RawProvider> seen, long requestCount, long namelessCount)
    {
        ArgumentNullException.ThrowIfNull(seen);
        const string Bridge = ProviderNames.DiagnosticSource;
        var missing = ImmutableArray.CreateBuilder<MissingEvents>();
        // The bridge announces its sources as soon as it is asked for anything.
        if (!seen.Contains(RawProvider.DiagnosticSource)) missing.Add(new(Bridge, "there are no requests and no outgoing calls", IsCertain: true));
        else if (requestCount == 0) missing.Add(new($"{Bridge} about requests", "no request is known", IsCertain: false));
        else if (namelessCount > 0) missing.Add(new($"{Bridge} with method, path and headers", "requests have no paths", IsCertain: true));
        if (!seen.Contains(RawProvider.Tasks)) missing.Add(new(ProviderNames.Tasks, "there are no steps and no waits", IsCertain: requestCount > 0));
        if (!seen.Contains(RawProvider.Runtime))
            missing.Add(new(ProviderNames.Runtime, "there are no exceptions and no pauses of the garbage collector", IsCertain: false));
        return missing.ToImmutable();
    }
}
