namespace ReplayKit.Recorder.Cli;

/// <summary>An expected failure of a command: it ends the command with an exit code and two sentences, and never with a stack trace.</summary>
public sealed class CommandException : Exception
{
    /// <summary>Creates the failure.</summary>
    /// <param name="exitCode">What the process exits with.</param>
    /// <param name="what">One sentence: what happened.</param>
    /// <param name="remedy">One sentence: what to do.</param>
    /// <param name="cause">The failure beneath, when there is one.</param>
    public CommandException(ExitCode exitCode, string what, string remedy, Exception? cause = null)
        : base(what, cause)
    {
        ExitCode = exitCode;
        Remedy = remedy;
    }

    /// <summary>What the process exits with.</summary>
    public ExitCode ExitCode { get; }

    /// <summary>One sentence: what to do.</summary>
    public string Remedy { get; }
}
