using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using ReplayKit.Recorder.Attach;

namespace ReplayKit.Recorder.Cli;

/// <summary>The options of <c>replaykit record</c> that say what is recorded.</summary>
internal sealed class TargetArguments
{
    private const string Ways = "--pid N, --name NAME, --diagnostic-port PATH, or -- COMMAND ARGS";

    // A .NET program is there within a second; a script may do other work first.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Option<int?> _pid = OptionParsers.OptionalPositiveNumber("--pid");
    private readonly Option<string?> _name = new("--name")
    {
        HelpName = "NAME",
        Description = "The process of this name: its entry assembly or its program, whole or in part.",
    };

    private readonly Option<string?> _port = new("--diagnostic-port")
    {
        HelpName = "PATH",
        Description = "The process behind this socket. Where there is none, or with PATH,listen: waits there for a process that is started with "
            + "DOTNET_DiagnosticPorts=PATH, and records it from its first instruction.",
    };

    private readonly Option<string?> _child = new("--child")
    {
        HelpName = "NAME",
        Description = "With a command or a port to wait at: the process of this name, not the first that comes. `dotnet run` and `dotnet test` start "
            + "the real program as a process of its own: name it here.",
    };

    private readonly Argument<string[]> _command = new("COMMAND")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "After --: a command to start, recorded from its first instruction. Its streams are left alone, so the summary goes to standard error; "
            + "its exit code is returned.",
    };

    /// <summary>Makes them.</summary>
    internal TargetArguments() => _pid.Description = "The process to record; `replaykit ps` lists them.";

    /// <summary>Adds them to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_pid, _name, _port, _child]) command.Add(option);
        command.Add(_command);
    }

    /// <summary>Whether a command is to be started, which then owns the standard streams.</summary>
    internal bool IsCommand(ParseResult parsed) => CommandOf(parsed).Length > 0;

    /// <summary>Finds what was asked for, which may mean to wait for it.</summary>
    /// <exception cref="CommandException">Nothing was asked for, or more than one thing.</exception>
    /// <exception cref="AttachException">It cannot be recorded.</exception>
    internal async Task<FoundTarget> FindAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var (pid, name, port, child, command) = (parsed.GetValue(_pid), parsed.GetValue(_name), parsed.GetValue(_port), parsed.GetValue(_child), CommandOf(parsed));
        if (((bool[])[pid is not null, name is not null, port is not null, command.Length > 0]).Count(static isGiven => isGiven) != 1)
            throw new CommandException(ExitCode.Usage, "Say once what to record.", $"Give one of {Ways}; `replaykit ps` lists the processes.");
        if (child is not null && (pid is not null || name is not null))
            throw new CommandException(ExitCode.Usage, "--child is for a command that is started, or a port that is waited at.", "Leave it out.");
        if (command.Length > 0) return await LaunchAsync(command, child, terminal, cancellation);
        if (port is not null) return await BehindAsync(PortName.Parse(port), child, terminal, cancellation);
        return new FoundTarget(pid is { } id ? await DotnetProcesses.FindAsync(id, cancellation) : await DotnetProcesses.FindAsync(name!, cancellation));
    }

    private static async Task<FoundTarget> BehindAsync(PortName port, string? child, Terminal terminal, CancellationToken cancellation)
    {
        if (!port.MustListen) return new FoundTarget(await PortTarget.ConnectAsync(port.Path, cancellation));
        var listening = await ReversedPort.ListenAsync(port.Path, cancellation);
        if (terminal.ShowsProgress) await terminal.Error.WriteLineAsync($"Waiting for a process that is started with DOTNET_DiagnosticPorts={Path.GetFullPath(port.Path)}");
        try
        {
            return new FoundTarget(await listening.AcceptAsync(process => child is null || ProcessMatcher.Fits(child, process), cancellation), listening);
        }
        catch
        {
            await listening.DisposeAsync();
            throw;
        }
    }

    private static async Task<FoundTarget> LaunchAsync(ImmutableArray<string> words, string? child, Terminal terminal, CancellationToken cancellation)
    {
        var command = await LaunchedCommand.StartAsync(words, cancellation);
        try
        {
            var finding = command.FindAsync(child, cancellation);
            if (await Task.WhenAny(finding, Task.Delay(s_patience, cancellation)) != finding && !cancellation.IsCancellationRequested)
                CommandLine.WriteFailure(terminal, $"'{command.Text}' runs, and nothing of it can be recorded yet.", "If it is no .NET program, or has DOTNET_EnableDiagnostics=0, stop it with Ctrl-C.");
            var process = await finding;
            if (child is null && CommandLineNames.IsLauncher(process.CommandLine))
                CommandLine.WriteFailure(terminal, $"This records '{command.Text}' itself, and not the program that it starts.", "Name that program with --child NAME to record it.");
            return new FoundTarget(process, Command: command);
        }
        catch
        {
            await command.DisposeAsync();
            throw;
        }
    }

    // What stands before the -- is no command: a misspelt option or a word too many would be started as one.
    private ImmutableArray<string> CommandOf(ParseResult parsed)
    {
        var words = parsed.GetValue(_command) ?? [];
        var after = parsed.Tokens.Reverse().TakeWhile(static token => token.Type != TokenType.DoubleDash).Count();
        var hasDashes = after < parsed.Tokens.Count;
        if (words.Length == 0 || (hasDashes && words.Length <= after)) return [.. words];
        var unknown = words[0];
        throw new CommandException(
            ExitCode.Usage,
            OptionParsers.IsOptionLike(unknown) ? OptionParsers.NoSuchOption(unknown) : $"`record` has no use for '{unknown}'.",
            "Run `replaykit record --help` for its options and examples; a command to start stands after --.");
    }
}
