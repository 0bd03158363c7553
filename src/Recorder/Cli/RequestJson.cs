using System.Collections.Immutable;
using System.Text.Json;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>The part of the <c>show --json</c> document that describes requests.</summary>
internal static class RequestJson
{
    /// <summary>Writes the members that every request of the list has.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="view">The recording.</param>
    /// <param name="request">The request.</param>
    internal static void WriteSummary(Utf8JsonWriter json, RecordingView view, RecordedRequest request)
    {
        json.WriteNumber("number", request.Number);
        json.WriteString("method", request.Method);
        json.WriteString("path", request.Path);
        json.WriteString("query", request.Query);
        json.WriteNumber("startNs", request.StartNs);
        WriteOptional(json, "stopNs", request.StopNs);
        WriteOptional(json, "status", request.Status);
        json.WriteBoolean("isAborted", request.IsAborted);
        json.WriteNumber("eventsLost", request.EventsLost);
        json.WriteNumber("stepCount", view.StepsOf(request.Number).Length);
        json.WriteStartArray("overlaps");
        foreach (var number in view.OverlapsOf(request.Number)) json.WriteNumberValue(number);
        json.WriteEndArray();
        json.WriteStartArray("exceptions");
        foreach (var thrown in request.Exceptions)
        {
            json.WriteStartObject();
            json.WriteNumber("timeNs", thrown.TimeNs);
            json.WriteString("type", thrown.Type);
            json.WriteString("message", thrown.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the member <c>request</c>: one request in full.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="view">The recording.</param>
    /// <param name="request">The request.</param>
    internal static void Write(Utf8JsonWriter json, RecordingView view, RecordedRequest request)
    {
        json.WriteStartObject("request");
        WriteSummary(json, view, request);
        json.WriteString("traceIdentifier", request.TraceIdentifier);
        WriteFields(json, "headers", request.Headers);
        json.WriteStartArray("steps");
        foreach (var step in view.StepsOf(request.Number)) WriteStep(json, view.Names, step);
        json.WriteEndArray();
        json.WriteStartArray("awaits");
        foreach (var root in AwaitTree.Build(view, request.Number)) WriteNode(json, view.Names, root);
        json.WriteEndArray();
        json.WriteStartArray("outgoingCalls");
        foreach (var call in view.Graph.OutgoingCalls.Where(call => call.Request == request.Number)) WriteCall(json, call);
        json.WriteEndArray();
        json.WriteStartArray("databaseCommands");
        foreach (var command in view.Graph.DatabaseCommands.Where(command => command.Request == request.Number)) WriteCommand(json, command);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes named values as an array: a name may occur twice.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="member">The array's name.</param>
    /// <param name="fields">The values.</param>
    internal static void WriteFields(Utf8JsonWriter json, string member, ImmutableArray<RecordedField> fields)
    {
        json.WriteStartArray(member);
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("value", field.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStep(Utf8JsonWriter json, MethodNames names, RecordedStep step)
    {
        json.WriteStartObject();
        json.WriteNumber("index", step.Index);
        json.WriteBoolean("isArrival", step.IsArrival);
        json.WriteString("method", step.Method);
        json.WriteString("readableMethod", names.Readable(step.Method));
        json.WriteBoolean("isFramework", names.IsFramework(step.Method));
        json.WriteNumber("taskId", step.TaskId);
        json.WriteNumber("awaiterTaskId", step.AwaiterTaskId);
        json.WriteNumber("invocation", step.Invocation);
        json.WriteNumber("resumption", step.Resumption);
        json.WriteString("awaited", step.Awaited);
        json.WriteString("readableAwaited", names.Readable(step.Awaited));
        json.WriteNumber("threadId", step.ThreadId);
        json.WriteNumber("beginNs", step.BeginNs);
        json.WriteNumber("endNs", step.EndNs);
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, MethodNames names, AwaitNode node)
    {
        json.WriteStartObject();
        json.WriteNumber("taskId", node.TaskId);
        json.WriteString("name", node.Name);
        json.WriteString("readableName", names.Readable(node.Name));
        WriteOptional(json, "request", node.Request);
        WriteOptional(json, "awaitedNs", node.AwaitedNs);
        json.WriteBoolean("isShownBefore", node.IsShownBefore);
        json.WriteStartArray("awaits");
        foreach (var awaited in node.Awaited) WriteNode(json, names, awaited);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter json, OutgoingCall call)
    {
        json.WriteStartObject();
        json.WriteString("method", call.Method);
        json.WriteString("uri", call.Uri);
        json.WriteNumber("startNs", call.StartNs);
        WriteOptional(json, "stopNs", call.StopNs);
        WriteOptional(json, "status", call.Status);
        json.WriteEndObject();
    }

    private static void WriteCommand(Utf8JsonWriter json, DatabaseCommand command)
    {
        json.WriteStartObject();
        json.WriteString("source", command.Source);
        json.WriteString("text", command.Text);
        json.WriteNumber("startNs", command.StartNs);
        WriteOptional(json, "stopNs", command.StopNs);
        json.WriteBoolean("hasFailed", command.HasFailed);
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string member, long? value)
    {
        if (value is { } number) json.WriteNumber(member, number);
        else json.WriteNull(member);
    }
}
