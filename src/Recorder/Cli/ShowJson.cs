using System.Text.Json;
using ReplayKit.TraceFormat.Causality;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>Writes a recording as the JSON document that <c>docs/show-json.md</c> describes.</summary>
public static class ShowJson
{
    /// <summary>Name and version of the schema; a change that could break a reader raises the version.</summary>
    public const string Schema = "replaykit.show/1";

    /// <summary>Writes the members of the document.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="view">The recording.</param>
    /// <param name="detail">A request to describe in full; null for none.</param>
    /// <param name="withEvents">Whether the events are part of it.</param>
    public static void Write(JsonOutput output, RecordingView view, RecordedRequest? detail, bool withEvents)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(view);
        var json = output.Json;
        json.WriteString("schema", Schema);
        json.WriteString("path", view.Path);
        WriteIncident(json, view.Incident);
        WriteHeader(json, view.Recording);
        WriteCompleteness(json, view.Completeness);
        WriteTiers(json, view.Recording);
        WriteRequests(output, view);
        WriteGcPauses(json, view.Graph);
        if (detail is not null) RequestJson.Write(json, view, detail);
        if (withEvents) WriteEvents(output, view.Recording);
    }

    /// <summary>Writes completeness as a member of that name.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="completeness">How much of what happened is there.</param>
    public static void WriteCompleteness(Utf8JsonWriter json, Completeness completeness)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(completeness);
        json.WriteStartObject("completeness");
        json.WriteBoolean("isComplete", completeness.IsComplete);
        json.WriteNumber("eventsKept", completeness.EventsKept);
        json.WriteNumber("eventsLost", completeness.EventsLost);
        json.WriteBoolean("isCutShort", completeness.IsCutShort);
        json.WriteStartArray("unknown");
        foreach (var unknown in completeness.Unknown)
        {
            json.WriteStartObject();
            json.WriteString("name", unknown.Name);
            json.WriteNumber("count", unknown.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("losses");
        foreach (var lost in completeness.Losses)
        {
            json.WriteStartObject();
            json.WriteNumber("threadId", lost.ThreadId);
            json.WriteNumber("fromNs", lost.FromNs);
            json.WriteNumber("toNs", lost.ToNs);
            json.WriteNumber("count", lost.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("words", CompletenessText.Describe(completeness));
        json.WriteEndObject();
    }

    private static void WriteTiers(Utf8JsonWriter json, Recording recording)
    {
        json.WriteStartArray("tiers");
        foreach (var change in recording.Events.Where(static e => e.Kind == RecordedEventKind.TierChanged))
        {
            json.WriteStartObject();
            json.WriteNumber("timeNs", change.TimeNs);
            json.WriteString("tier", TierText.Name((RecordingTier)change.Number));
            json.WriteString("reason", change.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIncident(Utf8JsonWriter json, Incident? incident)
    {
        if (incident is null)
        {
            json.WriteNull("incident");
            return;
        }

        json.WriteStartObject("incident");
        json.WriteString("title", incident.Title);
        json.WriteString("source", incident.Source);
        json.WriteString("recordedUtc", incident.RecordedUtc);
        json.WriteNumber("windowStartNs", incident.WindowStartNs);
        json.WriteNumber("windowEndNs", incident.WindowEndNs);
        json.WriteStartObject("symptom");
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName($"{incident.Symptom.Kind}"));
        json.WriteString("detail", incident.Symptom.Detail);
        json.WriteString("method", incident.Symptom.Method);
        json.WriteEndObject();
        json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName($"{incident.Status}"));
        json.WriteEndObject();
    }

    private static void WriteHeader(Utf8JsonWriter json, Recording recording)
    {
        var header = recording.Header;
        json.WriteString("toolVersion", header.ToolVersion);
        json.WriteString("startUtc", header.StartUtc);
        json.WriteNumber("durationNs", recording.Footer.DurationNs);
        json.WriteStartObject("process");
        json.WriteNumber("processId", header.Process.ProcessId);
        json.WriteString("name", header.Process.Name);
        json.WriteString("runtimeVersion", header.Process.RuntimeVersion);
        json.WriteString("operatingSystem", header.Process.OperatingSystem);
        json.WriteString("architecture", header.Process.Architecture);
        json.WriteNumber("processorCount", header.Process.ProcessorCount);
        json.WriteEndObject();
        json.WriteStartArray("assemblies");
        foreach (var assembly in header.Assemblies)
        {
            json.WriteStartObject();
            json.WriteString("name", assembly.Name);
            json.WriteString("version", assembly.Version);
            json.WriteString("mvid", assembly.Mvid);
            json.WriteBoolean("isFramework", assembly.IsFramework);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("redacted");
        foreach (var name in header.Redacted) json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void WriteRequests(JsonOutput output, RecordingView view)
    {
        output.Json.WriteStartArray("requests");
        foreach (var request in view.Graph.Requests)
        {
            output.Json.WriteStartObject();
            RequestJson.WriteSummary(output.Json, view, request);
            output.Json.WriteEndObject();
            output.HandOnIfLarge();
        }

        output.Json.WriteEndArray();
    }

    private static void WriteGcPauses(Utf8JsonWriter json, CausalGraph graph)
    {
        json.WriteStartArray("gcPauses");
        foreach (var pause in graph.GcPauses)
        {
            json.WriteStartObject();
            json.WriteNumber("startNs", pause.StartNs);
            json.WriteNumber("stopNs", pause.StopNs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEvents(JsonOutput output, Recording recording)
    {
        output.Json.WriteStartArray("events");
        foreach (var recorded in recording.Events)
        {
            WriteEvent(output.Json, recorded);
            output.HandOnIfLarge();
        }

        output.Json.WriteEndArray();
    }

    private static void WriteEvent(Utf8JsonWriter json, in RecordedEvent recorded)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName($"{recorded.Kind}"));
        json.WriteNumber("timeNs", recorded.TimeNs);
        json.WriteNumber("threadId", recorded.ThreadId);
        if (recorded.TaskId != 0) json.WriteNumber("taskId", recorded.TaskId);
        if (recorded.RelatedTaskId != 0) json.WriteNumber("relatedTaskId", recorded.RelatedTaskId);
        if (recorded.Number != 0) json.WriteNumber("number", recorded.Number);
        if (recorded.Text is not null) json.WriteString("text", recorded.Text);
        if (!recorded.Fields.IsDefaultOrEmpty) RequestJson.WriteFields(json, "fields", recorded.Fields);
        json.WriteEndObject();
    }
}
