namespace ReplayKit.Recorder.Attach;

/// <summary>Why a process cannot be recorded.</summary>
public enum AttachFailure
{
    /// <summary>No process has this pid.</summary>
    NoSuchProcess,

    /// <summary>No process that can be recorded has this name.</summary>
    NoSuchName,

    /// <summary>Several processes have this name.</summary>
    AmbiguousName,

    /// <summary>The process runs, but holds no .NET runtime.</summary>
    NotDotNet,

    /// <summary>The process belongs to another user.</summary>
    OtherUser,

    /// <summary>Its runtime is older than the recorder can read.</summary>
    TooOld,

    /// <summary>It is .NET, but its diagnostic port is switched off.</summary>
    DiagnosticsDisabled,

    /// <summary>Its runtime listens, but the file of its socket was deleted or cannot be seen from here.</summary>
    SocketGone,

    /// <summary>Its diagnostic port exists, but nothing answered in time or the answer made no sense.</summary>
    NotResponding,

    /// <summary>A port that was named cannot be used: nobody listens on it, somebody else does, or it cannot be made.</summary>
    BadPort,

    /// <summary>A command could not be started.</summary>
    CannotStart,

    /// <summary>A command that was started ended before a .NET runtime, or the one that was named, had begun in it.</summary>
    NeverConnected,
}
