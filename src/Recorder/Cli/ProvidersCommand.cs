using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Microsoft.Diagnostics.NETCore.Client;
using ReplayKit.Recorder.EventPipe;
using ReplayKit.Recorder.Import;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary><c>replaykit providers</c>: what to ask a runtime for when another tool collects.</summary>
internal sealed class ProvidersCommand
{
    private const string Schema = "replaykit.providers/1";
    private const string DotnetTrace = "dotnet-trace";
    private const string DotnetMonitor = "dotnet-monitor";
    private const string Requests = "requests";
    private const string Tasks = "tasks";
    private const string Full = "full";
    private const int BufferMiB = 256;

    private readonly Option<string> _format = new("--format")
    {
        HelpName = "TOOL",
        Description = $"For which tool: {DotnetTrace}, the value of its --providers; or {DotnetMonitor}, the JSON of a POST to its /trace.",
        DefaultValueFactory = static _ => DotnetTrace,
    };

    private readonly Option<string> _tier = new("--tier")
    {
        HelpName = "TIER",
        Description = $"How much: {Requests}, without steps; {Tasks}, what a replay follows; {Full}, with thread pool, locks and timers.",
        DefaultValueFactory = static _ => Tasks,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document with both." };
    private readonly Terminal _terminal;

    private ProvidersCommand(Terminal terminal)
    {
        _terminal = terminal;
        Accept(_tier, Requests, Tasks, Full);
        Accept(_format, DotnetTrace, DotnetMonitor);
    }

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it writes.</param>
    internal static Command Create(Terminal terminal)
    {
        var providers = new ProvidersCommand(terminal);
        var command = new Command("providers", "Prints what dotnet-trace or dotnet-monitor must collect for `replaykit import`.")
        {
            providers._tier, providers._format, providers._json,
        };
        command.SetAction(parsed => (int)providers.Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        // Without filters by event number: neither tool can pass them on.
        var providers = Providers.For(TierOf(parsed.GetRequiredValue(_tier)), canFilter: false);
        if (parsed.GetValue(_json)) JsonOutput.Write(_terminal.Out, output => WriteAll(output.Json, parsed.GetRequiredValue(_tier), providers));
        else if (parsed.GetValue(_format) == DotnetMonitor) JsonOutput.Write(_terminal.Out, output => WriteConfiguration(output.Json, providers));
        else _terminal.Out.WriteLine(ProviderText.ForDotnetTrace(providers));
        return ExitCode.Done;
    }

    private static void Accept(Option<string> option, params string[] words) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var word, ..] && !words.Contains(word.Value)) result.AddError($"{option.Name} takes {string.Join(", ", words)}; not '{word.Value}'.");
    });

    private static RecordingTier TierOf(string text) => text switch
    {
        Requests => RecordingTier.Requests,
        Full => RecordingTier.Full,
        _ => RecordingTier.Tasks,
    };

    private static void WriteAll(Utf8JsonWriter json, string tier, ImmutableArray<EventPipeProvider> providers)
    {
        json.WriteString("schema", Schema);
        json.WriteString("tier", tier);
        json.WriteString("dotnetTrace", ProviderText.ForDotnetTrace(providers));
        json.WriteStartObject("dotnetMonitor");
        WriteConfiguration(json, providers);
        json.WriteEndObject();
    }

    // The names are dotnet-monitor's: its EventPipeConfiguration.
    private static void WriteConfiguration(Utf8JsonWriter json, ImmutableArray<EventPipeProvider> providers)
    {
        json.WriteStartArray("Providers");
        foreach (var provider in providers)
        {
            json.WriteStartObject();
            json.WriteString("Name", provider.Name);
            json.WriteString("Keywords", ProviderText.Keywords(provider));
            json.WriteString("EventLevel", provider.EventLevel.ToString());
            if (provider.Arguments is { Count: > 0 } arguments)
            {
                json.WriteStartObject("Arguments");
                foreach (var (name, value) in arguments) json.WriteString(name, value);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("RequestRundown", true);
        json.WriteNumber("BufferSizeInMB", BufferMiB);
    }
}
