using System.Collections.Immutable;
using System.CommandLine;
using ReplayKit.Recorder.Attach;
using ReplayKit.Recorder.Normalize;
using ReplayKit.Recorder.Triggers;
using ReplayKit.TraceFormat.Model;

namespace ReplayKit.Recorder.Cli;

/// <summary>The options of <c>replaykit record</c> that say what is recorded, and for how long.</summary>
internal sealed class RecordArguments
{
    private readonly Option<TimeSpan?> _duration = OptionParsers.Duration("--duration");
    private readonly Option<RecordingTier> _tier = OptionParsers.Tier("--tier");
    private readonly Option<double?> _budget = OptionParsers.Percentage("--budget");
    private readonly Option<ImmutableArray<Trigger>> _until = TriggerOption.Create();
    private readonly Option<TimeSpan?> _keepLast = OptionParsers.Duration("--keep-last");
    private readonly Option<TimeSpan?> _after = OptionParsers.Duration("--after");
    private readonly Option<int?> _files = OptionParsers.OptionalPositiveNumber("--files");
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

    internal RecordArguments()
    {
        _duration.Description = $"How long to record: {DurationText.Syntax}. Default: until Ctrl-C.";
        _budget.Description = "Most processor time per request that recording may cost the target, such as 5%: listens to less, and to more again, to keep to it.";
        _keepLast.Description = "Flight recorder: keep this much in memory, and write a file only when something happens (see --until), or the process ends.";
        _after.Description = "How much of what follows a trigger is recorded too. Default: 2s.";
        _files.Description = "Most files that a flight recorder writes before it ends. Default: 10.";
        _after.DefaultValueFactory = static _ => TimeSpan.FromSeconds(2);
    }

    /// <summary>Adds them to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_duration, _tier, _budget, _until, _keepLast, _after, _files, _redact, _noDefaultRedaction]) command.Add(option);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="CommandException">Two options contradict each other.</exception>
    internal RecordOptions Read(ParseResult parsed, DotnetProcess process, string path)
    {
        var keepLast = parsed.GetValue(_keepLast);
        if (keepLast is null && parsed.GetValue(_files) is not null)
            throw new CommandException(ExitCode.Usage, "--files says how many files a flight recorder writes.", "Add --keep-last 30s, or leave --files out.");
        if (parsed.GetValue(_budget) is not null && !process.IsVisible)
        {
            throw new CommandException(
                ExitCode.Usage, $"--budget needs the processor time of {process.Name}, which cannot be seen from here.", "Leave it out, or share the pid namespace of the service with the recorder.");
        }

        var until = parsed.GetValue(_until);
        return new RecordOptions
        {
            ProcessId = process.ProcessId,
            Target = process,
            OutputPath = path,
            Duration = parsed.GetValue(_duration),
            Tier = parsed.GetValue(_tier),
            Budget = parsed.GetValue(_budget),
            Until = until,
            After = parsed.GetValue(_after)!.Value,
            Flight = keepLast is { } keep ? Flight(new FlightOptions { Keep = keep, WritesAtEnd = until.IsEmpty }, parsed.GetValue(_files)) : null,
            Redaction = new RedactionOptions(!parsed.GetValue(_noDefaultRedaction), [.. parsed.GetValue(_redact) ?? []]),
        };
    }

    private static FlightOptions Flight(FlightOptions options, int? filesMax) => filesMax is { } max ? options with { FilesMax = max } : options;
}
