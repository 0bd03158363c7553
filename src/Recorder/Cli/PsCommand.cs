using System.Collections.Immutable;
using System.CommandLine;
using ReplayKit.Recorder.Attach;

namespace ReplayKit.Recorder.Cli;

/// <summary><c>replaykit ps</c>: the .NET processes that can be recorded.</summary>
internal sealed class PsCommand
{
    private const string Schema = "replaykit.ps/1";

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document." };
    private readonly Terminal _terminal;

    private PsCommand(Terminal terminal) => _terminal = terminal;

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it writes.</param>
    internal static Command Create(Terminal terminal)
    {
        var ps = new PsCommand(terminal);
        var command = new Command("ps", "Lists the .NET processes that can be recorded.") { ps._json };
        command.SetAction(async (parsed, cancellation) => (int)await ps.RunAsync(parsed, cancellation));
        return command;
    }

    private async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var processes = await DotnetProcesses.ListAsync(cancellation);
        if (parsed.GetValue(_json)) JsonOutput.Write(_terminal.Out, output => WriteJson(output, processes));
        else WriteText(processes);
        return ExitCode.Done;
    }

    private void WriteText(ImmutableArray<DotnetProcess> processes)
    {
        if (processes.IsEmpty)
        {
            _terminal.WriteLine("No .NET process of this user is running with its diagnostic port open.");
            return;
        }

        var table = new TextTable(
            new("pid", IsRightAligned: true), new("name"), new(".NET"), new("command line", IsFlexible: true));
        foreach (var process in processes)
        {
            var runtime = process.RuntimeVersion.Length > 0 ? process.RuntimeVersion : "?";
            table.Add($"{process.ProcessId}", process.Name, runtime, CommandLineText.Shorten(process.CommandLine));
        }

        table.Write(_terminal, indent: 0);
    }

    private static void WriteJson(JsonOutput output, ImmutableArray<DotnetProcess> processes)
    {
        var json = output.Json;
        json.WriteString("schema", Schema);
        json.WriteStartArray("processes");
        foreach (var process in processes)
        {
            json.WriteStartObject();
            json.WriteNumber("processId", process.ProcessId);
            json.WriteString("name", process.Name);
            json.WriteString("runtimeVersion", process.RuntimeVersion);
            json.WriteString("operatingSystem", process.OperatingSystem);
            json.WriteString("architecture", process.Architecture);
            json.WriteString("commandLine", process.CommandLine);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
