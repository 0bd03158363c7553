using System.Collections.Immutable;
using ReplayKit.Recorder.Normalize;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.EventPipe;

/// <summary>What the DiagnosticSource bridge is to send: its argument <c>FilterAndPayloadSpecs</c>.</summary>
/// <remarks>
/// The bare activities are named as well, without payload: the host asks whether anybody listens to the activity itself before it writes
/// start and stop.
/// </remarks>
public static class BridgeSpecification
{
    private static readonly ImmutableArray<string> s_requests =
    [
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
            + $";{BridgedArguments.Status}=Response.StatusCode"
            + $";{BridgedArguments.Aborted}=RequestAborted.IsCancellationRequested",
    ];

    private static readonly ImmutableArray<string> s_outgoing =
    [
        "HttpHandlerDiagnosticListener/System.Net.Http.HttpRequestOut:-",
        "HttpHandlerDiagnosticListener/System.Net.Http.HttpRequestOut.Start@Activity2Start:-"
            + $"{BridgedArguments.Span}=*Activity.SpanId"
            + $";{BridgedArguments.Method}=Request.Method.Method"
            + $";{BridgedArguments.Uri}=Request.RequestUri",
        "HttpHandlerDiagnosticListener/System.Net.Http.HttpRequestOut.Stop@Activity2Stop:-"
            + $"{BridgedArguments.Span}=*Activity.SpanId"
            + $";{BridgedArguments.Uri}=Request.RequestUri"
            + $";{BridgedArguments.Status}=Response.StatusCode",
    ];

    private static readonly ImmutableArray<string> s_database =
    [
        EntityFramework("CommandExecuting", $"{BridgedArguments.CommandText}=Command.CommandText;{BridgedArguments.CommandId}=CommandId"),
        EntityFramework("CommandExecuted", $"{BridgedArguments.CommandId}=CommandId"),
        EntityFramework("CommandError", $"{BridgedArguments.CommandId}=CommandId"),
        EntityFramework("CommandCanceled", $"{BridgedArguments.CommandId}=CommandId"),
        SqlClient("WriteCommandBefore", $"{BridgedArguments.CommandText}=Command.CommandText;{BridgedArguments.CommandId}=OperationId"),
        SqlClient("WriteCommandAfter", $"{BridgedArguments.CommandId}=OperationId"),
        SqlClient("WriteCommandError", $"{BridgedArguments.CommandId}=OperationId"),
    ];

    /// <summary>The specification of a tier.</summary>
    public static string Of(RecordingTier tier) =>
        string.Join('\n', tier == RecordingTier.Requests ? s_requests : [.. s_requests, .. s_outgoing, .. s_database]);

    private static string EntityFramework(string name, string arguments) =>
        $"Microsoft.EntityFrameworkCore/Microsoft.EntityFrameworkCore.Database.Command.{name}:-{arguments}";

    private static string SqlClient(string name, string arguments) =>
        $"SqlClientDiagnosticListener/Microsoft.Data.SqlClient.{name}:-{arguments}";
}
