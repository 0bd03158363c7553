using System.CommandLine;
using ReplayKit.Recorder.Import;
using ReplayKit.Recorder.Normalize;
using ReplayKit.TraceFormat.Wire;
using Spectre.Console;

namespace ReplayKit.Recorder.Cli;

/// <summary><c>replaykit import</c>: makes a recording of a trace that dotnet-trace or dotnet-monitor collected.</summary>
internal sealed class ImportCommand
{
    /// <summary>What to do about a trace that was collected with other providers.</summary>
    internal const string CollectRemedy = "Collect with: dotnet-trace collect -p PID --providers \"$(replaykit providers)\".";

    private readonly Argument<string> _trace = OptionParsers.Path("FILE.nettrace");
    private readonly Option<string> _output = new("--output", "-o") { HelpName = "FILE.rktrace", Required = true, Description = "The file to write." };
    private readonly Option<string?> _assemblies = new("--assemblies")
    {
        HelpName = "DIR", Description = "Folder with the service's assemblies, when they are not where the trace says: for the names of async methods.",
    };

    private readonly Option<string[]> _redact = new("--redact")
    {
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
        Description = "Also replace the values of this header or query parameter. May be given more than once.",
    };

    private readonly Option<bool> _noDefaultRedaction = new("--no-default-redaction")
    {
        Description = "Keep what is replaced by default: credentials, cookies, tokens. The recording then holds secrets.",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Replace the file if it is already there." };
    private readonly Option<bool> _json = new("--json") { Description = "Print the summary as one JSON document." };
    private readonly Terminal _terminal;

    private ImportCommand(Terminal terminal)
    {
        _terminal = terminal;
        _trace.Description = "The trace, as dotnet-trace or dotnet-monitor wrote it. It holds secrets in clear: it is not changed.";
    }

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it writes.</param>
    internal static Command Create(Terminal terminal)
    {
        var import = new ImportCommand(terminal);
        var command = new Command("import", "Makes a recording of a trace that dotnet-trace or dotnet-monitor collected.")
        {
            import._trace, import._output, import._assemblies, import._redact, import._noDefaultRedaction, import._force, import._json,
        };
        command.SetAction(parsed => (int)import.Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        var options = new ImportOptions
        {
            TracePath = parsed.GetRequiredValue(_trace),
            OutputPath = parsed.GetRequiredValue(_output),
            AssembliesFolder = parsed.GetValue(_assemblies),
            Redaction = new RedactionOptions(!parsed.GetValue(_noDefaultRedaction), [.. parsed.GetValue(_redact) ?? []]),
        };
        Require(options, parsed.GetValue(_force));
        var summary = Import(options);
        // Read back what was written: the summary then tells what a reader will find.
        var report = new ImportReport(options.TracePath, summary, RecordingLoader.Load(options.OutputPath));
        if (parsed.GetValue(_json)) JsonOutput.Write(_terminal.Out, output => report.WriteJson(output.Json));
        else report.WriteText(_terminal);
        return ExitCode.Done;
    }

    private ImportSummary Import(ImportOptions options)
    {
        try
        {
            if (!_terminal.ShowsProgress) return TraceImporter.Import(options);
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_terminal.Error) });
            return console.Status().Start($"Importing {Markup.Escape(SafeText.Clean(options.TracePath))}", _ => TraceImporter.Import(options));
        }
        catch (NothingToImportException nothing)
        {
            throw new CommandException(ExitCode.ConditionNotMet, nothing.Message, CollectRemedy, nothing);
        }
    }

    private static void Require(ImportOptions options, bool force)
    {
        var path = options.OutputPath;
        if (options.AssembliesFolder is { } folder && !Directory.Exists(folder))
        {
            throw new CommandException(ExitCode.Usage, $"There is no folder {folder}.", "Name the folder of the service's assemblies with --assemblies DIR.");
        }

        if (Directory.Exists(path)) throw new CommandException(ExitCode.Usage, $"{path} is a folder.", "Name a file to write with -o FILE.rktrace.");
        if (Path.GetFullPath(path) == Path.GetFullPath(options.TracePath))
        {
            throw new CommandException(ExitCode.Usage, $"{path} is the trace itself.", "Name another file to write with -o FILE.rktrace.");
        }

        if (!force && (File.Exists(path) || File.Exists(path + RecordingFile.IncompleteSuffix)))
        {
            var present = File.Exists(path) ? path : path + RecordingFile.IncompleteSuffix;
            throw new CommandException(ExitCode.Usage, $"{present} is already there.", "Name another file with -o, or replace it with --force.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }
}
