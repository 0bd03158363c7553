using System.Collections.Immutable;
using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using ReplayKit.Recorder.Normalize;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>What the recorder asks a runtime for. One source per fact; which and why is written in <c>docs/recorder-events.md</c>.</summary>
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

    private static readonly ImmutableArray<uint> s_taskEvents = [7, 10, 14, 15, 17, 18];
    private static readonly ImmutableArray<uint> s_runtimeEvents = [3, 9, 80];

    /// <summary>The providers of a session.</summary>
    /// <param name="canFilter">Whether the runtime can choose events by number.</param>
    public static ImmutableArray<EventPipeProvider> For(bool canFilter) =>
    [
        new("System.Threading.Tasks.TplEventSource", EventLevel.Verbose, TaskKeywords, null, Filter(canFilter, s_taskEvents)),
        new("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, GcKeyword | ExceptionKeyword, null, Filter(canFilter, s_runtimeEvents)),
        new(
            "Microsoft-Diagnostics-DiagnosticSource",
            EventLevel.Verbose,
            BridgeKeywords,
            new Dictionary<string, string> { ["FilterAndPayloadSpecs"] = BridgeSpecification }),
    ];

    /// <summary>
    /// What the bridge is to send. The bare activities are named as well, without payload: the host asks whether anybody listens to the
    /// activity itself before it writes start and stop.
    /// </summary>
    public static string BridgeSpecification { get; } = string.Join(
        '\n',
        "Microsoft.AspNetCore/Microsoft.AspNetCore.Hosting.HttpRequestIn:-",
        "Microsoft.AspNetCore/Microsoft.AspNetCore.Hosting.HttpRequestIn.Start@Activity1Start:-"
            + $"{BridgedArguments.TraceIdentifier}=TraceIdentifier"
            + $";{BridgedArguments.Method}=Request.Method"
            + $";{BridgedArguments.Path}=Request.Path.Value"
            + $";{BridgedArguments.Query}=Request.QueryString.Value"
            + $";{BridgedArguments.Protocol}=Request.Protocol"
            + $";{BridgedArguments.Headers}=Request.Headers.*Enumerate",
        "Microsoft.AspNetCore/Microsoft.AspNetCore.Hosting.HttpRequestIn.Stop@Activity1Stop:-"
            + $"{BridgedArguments.TraceIdentifier}=TraceIdentifier"
            + $";{BridgedArguments.Status}=Response.StatusCode",
        "HttpHandlerDiagnosticListener/System.Net.Http.HttpRequestOut:-",
        "HttpHandlerDiagnosticListener/System.Net.Http.HttpRequestOut.Start@Activity2Start:-"
            + $"{BridgedArguments.Span}=*Activity.SpanId"
            + $";{BridgedArguments.Method}=Request.Method.Method"
            + $";{BridgedArguments.Uri}=Request.RequestUri",
        "HttpHandlerDiagnosticListener/System.Net.Http.HttpRequestOut.Stop@Activity2Stop:-"
            + $"{BridgedArguments.Span}=*Activity.SpanId"
            + $";{BridgedArguments.Uri}=Request.RequestUri"
            + $";{BridgedArguments.Status}=Response.StatusCode");

    private static EventPipeProviderEventFilter? Filter(bool canFilter, ImmutableArray<uint> events) =>
        canFilter ? new EventPipeProviderEventFilter(true, events) : null;
}
