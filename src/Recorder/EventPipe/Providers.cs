using System.Collections.Immutable;
using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>What the recorder asks a runtime for, by tier. One source per fact; which and why is written in <c>docs/recorder-events.md</c>.</summary>
public static class Providers
{
    /// <summary>From this runtime on, events can be chosen by number inside the target.</summary>
    public const int FilterMajorMin = 10;

    // TaskTransfer: tasks queued, waits. AsyncCausalityOperation: async methods by name. AsyncCausalitySynchronousWork: resumptions.
    // Never 0x80, TasksFlowActivityIds: it is one switch for the whole process and changes what other sessions see.
    private const long TaskKeywords = 0x1 | 0x8 | 0x20;

    // Events only; its messages about itself are another keyword.
    private const long BridgeKeywords = 0x2;

    private const long GcKeyword = 0x1;
    private const long ExceptionKeyword = 0x8000;
    private const long ContentionKeyword = 0x4000;
    private const long PoolKeyword = 0x10000;
    private const long WaitHandleKeyword = 0x40000000000;
    private const long FrameworkPoolKeyword = 0x2;
    private const long FrameworkTransferKeyword = 0x10;

    private static readonly ImmutableArray<uint> s_taskEvents = [7, 10, 14, 15, 17, 18];
    private static readonly ImmutableArray<uint> s_runtimeEvents = [3, 9, 80];
    private static readonly ImmutableArray<uint> s_threadEvents = [55, 81, 91, 301, 302];
    private static readonly ImmutableArray<uint> s_frameworkEvents = [30, 31, 150, 151];

    /// <summary>The providers of a session.</summary>
    /// <param name="tier">How much to listen to; above <see cref="RecordingTier.Off"/>.</param>
    /// <param name="canFilter">Whether the runtime can choose events by number.</param>
    public static ImmutableArray<EventPipeProvider> For(RecordingTier tier, bool canFilter)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)tier, (int)RecordingTier.Off);
        var providers = ImmutableArray.CreateBuilder<EventPipeProvider>();
        providers.Add(Runtime(tier, canFilter));
        if (tier >= RecordingTier.Tasks)
        {
            providers.Add(new(ProviderNames.Tasks, EventLevel.Verbose, TaskKeywords, null, Filter(canFilter, s_taskEvents)));
            // Not chosen by number: these describe themselves, and get another number in each process.
            providers.Add(new(ProviderNames.Npgsql, EventLevel.Informational, -1));
            providers.Add(new(ProviderNames.NpgsqlSql, EventLevel.Informational, -1));
        }

        if (tier >= RecordingTier.Full)
        {
            var keywords = FrameworkPoolKeyword | FrameworkTransferKeyword;
            providers.Add(new(ProviderNames.Framework, EventLevel.Verbose, keywords, null, Filter(canFilter, s_frameworkEvents)));
        }

        // Last: the host begins to write requests with it, and all else is being written by then.
        var arguments = new Dictionary<string, string> { ["FilterAndPayloadSpecs"] = BridgeSpecification.Of(tier) };
        providers.Add(new(ProviderNames.DiagnosticSource, EventLevel.Verbose, BridgeKeywords, arguments));
        return providers.DrainToImmutable();
    }

    private static EventPipeProvider Runtime(RecordingTier tier, bool canFilter)
    {
        if (tier < RecordingTier.Full)
            return new(ProviderNames.Runtime, EventLevel.Informational, GcKeyword | ExceptionKeyword, null, Filter(canFilter, s_runtimeEvents));
        const long All = GcKeyword | ExceptionKeyword | ContentionKeyword | PoolKeyword | WaitHandleKeyword;
        return new(ProviderNames.Runtime, EventLevel.Verbose, All, null, Filter(canFilter, [.. s_runtimeEvents, .. s_threadEvents]));
    }

    private static EventPipeProviderEventFilter? Filter(bool canFilter, ImmutableArray<uint> events) =>
        canFilter ? new EventPipeProviderEventFilter(true, events) : null;
}
