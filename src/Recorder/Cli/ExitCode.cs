namespace ReplayKit.Recorder.Cli;

/// <summary>What the process's exit code says. The numbers are a contract with scripts: they never change.</summary>
public enum ExitCode
{
    /// <summary>What was asked for is done.</summary>
    Done = 0,

    /// <summary>The command ran, and the asked-for condition does not hold: for example, the recording has no request of that number, or nothing was recorded.</summary>
    ConditionNotMet = 1,

    /// <summary>The command line cannot be followed: an unknown option, a bad value, an input that is not there, an output that already is or cannot be written.</summary>
    Usage = 2,

    /// <summary>The process cannot be attached to: no such process, not .NET, another user's, too old.</summary>
    CannotAttach = 3,

    /// <summary>The file is not a recording, is damaged, or is of a version that this tool does not read.</summary>
    UnreadableFile = 4,

    /// <summary>A bug in replaykit.</summary>
    InternalError = 5,
}
