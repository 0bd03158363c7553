using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ReplayKit.Recorder.Attach;
using ReplayKit.TraceFormat.Wire;

namespace ReplayKit.Recorder.Cli;

/// <summary>The tool's command line: from arguments to an exit code.</summary>
public static class CommandLine
{
    private const string Description =
        "Records a live .NET process and cuts incidents from the recording, to be replayed in NUnit tests on a local build.";

    /// <summary>Runs one command.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <returns>What the process exits with. Never throws.</returns>
    public static async Task<ExitCode> RunAsync(string[] args, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        try
        {
            return await DispatchAsync(args, terminal);
        }
        catch (CommandException failure)
        {
            WriteFailure(terminal, failure.Message, failure.Remedy);
            return failure.ExitCode;
        }
        catch (AttachException failure)
        {
            WriteFailure(terminal, failure.Message, failure.WhatToDo);
            return ExitCode.CannotAttach;
        }
        catch (RecordingException failure)
        {
            var (what, remedy) = SentencePair.Split(failure.Message);
            WriteFailure(terminal, what, remedy);
            return failure is RecordingMissingException or RecordingWriteException ? ExitCode.Usage : ExitCode.UnreadableFile;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            WriteFailure(terminal, Sentence(failure.Message), "Check that the path exists, that it may be read and written, and that the disk has room.");
            return ExitCode.Usage;
        }
#pragma warning disable CA1031 // The command line is the one place where an unforeseen failure becomes an exit code instead of a crash.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            WriteFailure(
                terminal,
                "A bug in replaykit ended this command.",
                "Report it with the command line and the text below; the file it worked on helps most.");
            await terminal.Error.WriteLineAsync(bug.ToString());
            return ExitCode.InternalError;
        }
    }

    /// <summary>Writes a failure: one sentence for what happened, one for what to do.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="what">What happened.</param>
    /// <param name="remedy">What to do.</param>
    internal static void WriteFailure(Terminal terminal, string what, string remedy)
    {
        terminal.Error.WriteLine($"replaykit: {what}");
        terminal.Error.WriteLine($"  {remedy}");
    }

    private static async Task<ExitCode> DispatchAsync(string[] args, Terminal terminal)
    {
        var parsed = CreateRoot(terminal).Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            throw new CommandException(ExitCode.Usage, UsageError(parsed), UsageRemedy(parsed.CommandResult.Command));
        }

        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // Only `record` stops in an orderly way; it takes the signals itself.
            ProcessTerminationTimeout = null,
        };
        return (ExitCode)await parsed.InvokeAsync(configuration);
    }

    private static RootCommand CreateRoot(Terminal terminal)
    {
        var root = new RootCommand(Description)
        {
            PsCommand.Create(terminal),
            RecordCommand.Create(terminal, TimeProvider.System),
            ImportCommand.Create(terminal),
            ProvidersCommand.Create(terminal),
            ShowCommand.Create(terminal),
            CutCommand.Create(terminal),
            CheckCommand.Create(terminal),
            MergeCommand.Create(terminal),
        };
        root.Directives.Clear();
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, terminal.Width);
        return root;
    }

    private static string UsageError(ParseResult parsed)
    {
        // A word that nothing knows explains more than whatever is missing because of it.
        if (parsed.UnmatchedTokens is not [var unknown, ..]) return Sentence(parsed.Errors[0].Message);
        if (parsed.CommandResult.Command is RootCommand) return $"There is no command '{unknown}'.";
        return OptionParsers.IsOptionLike(unknown)
            ? OptionParsers.NoSuchOption(unknown)
            : $"`{parsed.CommandResult.Command.Name}` has no use for '{unknown}'.";
    }

    private static string UsageRemedy(Command command) =>
        command is RootCommand ? "Run `replaykit --help` for the commands." : $"Run `replaykit {command.Name} --help` for its options and examples.";

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";
}
