using System.CommandLine;
using ReplayKit.Recorder.Attach;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Cli;

/// <summary><c>replaykit record</c>: records a running process.</summary>
internal sealed class RecordCommand
{
    private readonly TargetArguments _target = new();
    private readonly RecordArguments _arguments = new();
    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "FILE.rktrace", Description = "The file to write. Default: NAME-yyyyMMdd-HHmmss.rktrace in the current folder.",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Replace the file if it is already there." };
    private readonly Option<bool> _json = new("--json") { Description = "Print the summary as one JSON document." };
    private readonly Terminal _terminal;
    private readonly TimeProvider _time;

    private RecordCommand(Terminal terminal, TimeProvider time)
    {
        _terminal = terminal;
        _time = time;
    }

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="time">What the default file name is made from.</param>
    internal static Command Create(Terminal terminal, TimeProvider time)
    {
        var record = new RecordCommand(terminal, time);
        var command = new Command("record", "Records a running .NET process, without a restart or a change of its code.");
        record._target.AddTo(command);
        command.Add(record._output);
        record._arguments.AddTo(command);
        command.Add(record._force);
        command.Add(record._json);
        command.SetAction(record.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        using var signals = new StopSignals();
        if (parsed.GetValue(_output) is { } given) RequireWritable(given, parsed.GetValue(_force));
        await using var target = await FindAsync(parsed, signals);
        if (target.Command is not { } command)
        {
            await RecordAsync(parsed, target.Process, _terminal, signals);
            return (int)ExitCode.Done;
        }

        // The command owns the standard streams: what is said of the recording goes beside its output, and no live line into it.
        var beside = _terminal with { Out = _terminal.Error, IsInteractive = false, ShowsProgress = false };
        try
        {
            await RecordAsync(parsed, target.Process, beside, signals);
        }
        catch when (command.IsRunning)
        {
            await beside.Error.WriteLineAsync($"replaykit: The recording failed, and '{command.Text}' runs on; when it has ended, replaykit tells why.");
            await EndOfAsync(command, signals);
            throw;
        }

        return await EndOfAsync(command, signals);
    }

    private static async Task<int> EndOfAsync(LaunchedCommand command, StopSignals signals)
    {
        await using var handedOn = signals.Token.Register(() => command.HandOn(signals.First));
        return await command.WaitAsync();
    }

    private async Task<FoundTarget> FindAsync(ParseResult parsed, StopSignals signals)
    {
        try
        {
            return await _target.FindAsync(parsed, _terminal, signals.Token);
        }
        catch (OperationCanceledException stopped) when (signals.Token.IsCancellationRequested)
        {
            throw new CommandException(ExitCode.ConditionNotMet, "Nothing was recorded: it was stopped before a process was there to be recorded.", "Run the command again.", stopped);
        }
    }

    private async Task RecordAsync(ParseResult parsed, DotnetProcess process, Terminal terminal, StopSignals signals)
    {
        var path = parsed.GetValue(_output) ?? DefaultPath(process.Name);
        RequireWritable(path, parsed.GetValue(_force));
        var options = _arguments.Read(parsed, process, path);
        var isJson = parsed.GetValue(_json);
        var view = new ProgressView(terminal, $"{process.Name} (pid {process.ProcessId})", isJson && !_target.IsCommand(parsed));
        var (summary, isStoppedBySignal) = await RecordAsync(options, view, signals);
        if (summary.Files.IsEmpty) throw NothingHappened(process);
        // Read back what was written: the summary then tells what a reader will find, not what the recorder believes it wrote.
        var report = new RecordReport(process, summary, isStoppedBySignal, [.. summary.Files.Select(file => FileFacts.Read(AsAsked(path, file), options.Flight is null ? summary.Requests : null))]);
        if (isJson) JsonOutput.Write(terminal.Out, output => report.WriteJson(output.Json));
        else report.WriteText(terminal);
    }

    private static async Task<(RecordingSummary Summary, bool IsStoppedBySignal)> RecordAsync(RecordOptions options, ProgressView view, StopSignals signals)
    {
        try
        {
            var summary = await view.RunAsync(progress => RecordAsync(options, progress, signals.Token), signals.Token);
            return (summary, signals.Token.IsCancellationRequested);
        }
        catch (OperationCanceledException stopped) when (signals.Token.IsCancellationRequested)
        {
            throw new CommandException(
                ExitCode.ConditionNotMet,
                $"Nothing was recorded: it was stopped before {options.Target!.Name} (pid {options.ProcessId}) had answered.",
                "Run the command again, and stop it once the line of progress counts.",
                stopped);
        }
    }

    private static async Task<RecordingSummary> RecordAsync(RecordOptions options, IProgress<RecordingProgress>? progress, CancellationToken stop)
    {
        var session = await RecordingSession.StartAsync(options, progress, stop);
        using var signal = new UserSignal(() => session.Fire("signal"));
        return await session.Completion;
    }

    private static CommandException NothingHappened(DotnetProcess process) => new(
        ExitCode.ConditionNotMet,
        $"Nothing was written: none of the triggers fired while {process.Name} (pid {process.ProcessId}) was recorded.",
        "Record longer, name other triggers with --until, or leave --keep-last out to write everything.");

    // Named as the path that was given: relative ones stay relative.
    private static string AsAsked(string path, RecordedFile file) => Path.IsPathRooted(path) ? file.Path : Path.GetRelativePath(".", file.Path);

    private string DefaultPath(string processName)
    {
        var invalid = Path.GetInvalidFileNameChars();
        var name = string.Concat(processName.Select(c => invalid.Contains(c) || char.IsWhiteSpace(c) ? '_' : c));
        return $"{name}-{_time.GetLocalNow():yyyyMMdd-HHmmss}.rktrace";
    }

    private static void RequireWritable(string path, bool force)
    {
        if (Directory.Exists(path))
        {
            throw new CommandException(ExitCode.Usage, $"{path} is a folder.", "Name a file to write with -o FILE.rktrace.");
        }

        if (File.Exists(path) && !force)
        {
            throw new CommandException(ExitCode.Usage, $"{path} is already there.", "Name another file with -o, or replace it with --force.");
        }

        if (File.Exists(path + RecordingFile.IncompleteSuffix) && !force)
        {
            throw new CommandException(
                ExitCode.Usage,
                $"{path}{RecordingFile.IncompleteSuffix} is there: a recorder that still runs or was killed wrote it.",
                "Name another file with -o, or replace it with --force; `replaykit show` opens what it holds.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }
}
