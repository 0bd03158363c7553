namespace Load;

/// <summary>What the process says when it ends.</summary>
public enum ExitCode
{
    Done = 0,

    /// <summary>The shop does not answer.</summary>
    NoAnswer = 1,

    /// <summary>An option is missing or wrong.</summary>
    Usage = 2,

    /// <summary>Stopped from outside, by Ctrl+C for example.</summary>
    Stopped = 130,
}
