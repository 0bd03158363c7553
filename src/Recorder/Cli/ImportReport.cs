using System.Collections.Immutable;
using System.Text.Json;
using ReplayKit.Recorder.Import;

namespace ReplayKit.Recorder.Cli;

/// <summary>What is said when a trace has been imported.</summary>
/// <param name="TracePath">The trace, as the user named it.</param>
/// <param name="Summary">What the importer says of the file.</param>
/// <param name="View">The file, read back.</param>
internal sealed record ImportReport(string TracePath, ImportSummary Summary, RecordingView View)
{
    private const string Schema = "replaykit.import/1";
    private const int NamesShownMax = 5;

    private long DurationNs => (long)Summary.Duration.TotalNanoseconds;

    /// <summary>Prints it for a person: results on standard output, what is missing on standard error.</summary>
    /// <param name="terminal">Where to.</param>
    internal void WriteText(Terminal terminal)
    {
        var (graph, process) = (View.Graph, Summary.Process);
        terminal.WriteLine(View.Path);
        terminal.WriteLine($"  imported      {TracePath}: {process.Name} (pid {process.ProcessId}), {DurationText.Format(DurationNs)}");
        terminal.WriteLine($"  completeness  {CompletenessText.Describe(View.Completeness)}");
        if (CompletenessText.DescribeUnknown(View.Completeness) is { } unknown) terminal.WriteLine($"  passed over   {unknown}");
        terminal.WriteLine(
            $"  holds         {CompletenessText.Count(graph.Requests.Length, "request")}, {CompletenessText.Count(graph.Steps.Length, "step")}, "
            + CompletenessText.Count(View.Completeness.EventsKept, "event"));
        terminal.WriteLine($"  methods       {DescribeMethods(Summary.Assemblies)}");
        terminal.WriteLine();
        terminal.WriteLine($"Next:  replaykit show {ShellText.Quote(View.Path)}");
        WriteWarnings(terminal);
    }

    /// <summary>Writes the members of its JSON document.</summary>
    /// <param name="json">Where to.</param>
    internal void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("schema", Schema);
        json.WriteString("path", Summary.Path);
        json.WriteString("trace", Path.GetFullPath(TracePath));
        json.WriteNumber("processId", Summary.Process.ProcessId);
        json.WriteString("processName", Summary.Process.Name);
        json.WriteNumber("durationNs", DurationNs);
        json.WriteNumber("requests", View.Graph.Requests.Length);
        json.WriteNumber("steps", View.Graph.Steps.Length);
        json.WriteNumber("events", View.Completeness.EventsKept);
        json.WriteNumber("bytes", Summary.Bytes);
        ShowJson.WriteCompleteness(json, View.Completeness);
        WriteAssemblies(json, Summary.Assemblies);
        json.WriteStartArray("missing");
        foreach (var missing in Summary.Missing)
        {
            json.WriteStartObject();
            json.WriteString("provider", missing.Provider);
            json.WriteString("consequence", missing.Consequence);
            json.WriteBoolean("isCertain", missing.IsCertain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Where the names of methods come from, in words.</summary>
    /// <param name="match">The assemblies at hand.</param>
    internal static string DescribeMethods(AssemblyMatch match)
    {
        var found = CompletenessText.Count(match.Found.Length);
        return match switch
        {
            { LoadedCount: 0, UnprovedCount: > 0 } =>
                $"named from {CompletenessText.Count(match.UnprovedCount, "given file")}; the trace does not tell whether they are the recorded build",
            { LoadedCount: 0 } => "matched by name only: the trace does not tell which assemblies were loaded",
            { Found.IsEmpty: true } => $"matched by name only: none of the {CompletenessText.Count(match.LoadedCount)} loaded assemblies is at hand",
            _ when match.Found.Length == match.LoadedCount => $"named from all {found} loaded assemblies",
            _ => $"named from {found} of {CompletenessText.Count(match.LoadedCount)} loaded assemblies, the others matched by name only",
        };
    }

    private static void WriteAssemblies(Utf8JsonWriter json, AssemblyMatch match)
    {
        json.WriteStartObject("assemblies");
        json.WriteNumber("loaded", match.LoadedCount);
        json.WriteNumber("found", match.Found.Length);
        json.WriteNumber("unproved", match.UnprovedCount);
        json.WriteStartArray("otherBuild");
        foreach (var name in match.OtherBuild) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteWarnings(Terminal terminal)
    {
        foreach (var missing in Summary.Missing)
        {
            var cause = missing.IsCertain ? "it was not asked for" : "it was not asked for, or nothing happened";
            terminal.Error.WriteLine($"replaykit: The trace holds no event of {missing.Provider}: {missing.Consequence}; {cause}.");
        }

        if (!Summary.Missing.IsEmpty) terminal.Error.WriteLine($"  {ImportCommand.CollectRemedy}");
        if (Summary.Assemblies.OtherBuild.IsEmpty) return;
        terminal.Error.WriteLine($"replaykit: Not used, because the recorded process had loaded another build: {Names(Summary.Assemblies.OtherBuild)}.");
        terminal.Error.WriteLine("  Give the folder of the build that was recorded with --assemblies.");
    }

    private static string Names(ImmutableArray<string> names)
    {
        var shown = string.Join(", ", names.Take(NamesShownMax).Select(SafeText.Clean));
        return names.Length > NamesShownMax ? $"{shown} and {names.Length - NamesShownMax} more" : shown;
    }
}
