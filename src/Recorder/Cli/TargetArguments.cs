using System.CommandLine;
using ReplayKit.Recorder.Attach;

namespace ReplayKit.Recorder.Cli;

/// <summary>The options of <c>replaykit record</c> that say what is recorded.</summary>
internal sealed class TargetArguments
{
    private const string Ways = "--pid N, --name NAME, --diagnostic-port PATH, or -- COMMAND ARGS";

    private readonly Option<int?> _pid = OptionParsers.OptionalPositiveNumber("--pid");
    private readonly Option<string?> _name = new("--name")
    {
        HelpName = "NAME",
        Description = "The process of this name: its entry assembly or its program, whole or in part.",
    };

    /// <summary>Makes them.</summary>
    internal TargetArguments() => _pid.Description = "The process to record; `replaykit ps` lists them.";

    /// <summary>Adds them to a command.</summary>
    internal void AddTo(Command command)
    {
        command.Add(_pid);
        command.Add(_name);
    }

    /// <summary>Finds what was asked for.</summary>
    /// <exception cref="CommandException">Nothing was asked for, or more than one thing.</exception>
    /// <exception cref="AttachException">It cannot be recorded.</exception>
    internal async Task<DotnetProcess> FindAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (pid, name) = (parsed.GetValue(_pid), parsed.GetValue(_name));
        if ((pid is not null ? 1 : 0) + (name is not null ? 1 : 0) != 1)
            throw new CommandException(ExitCode.Usage, "Say once what to record.", $"Give one of {Ways}; `replaykit ps` lists the processes.");
        if (pid is { } processId) return await DotnetProcesses.FindAsync(processId, cancellation);
        return await DotnetProcesses.FindAsync(name!, cancellation);
    }
}
