namespace ReplayKit.Recorder.Attach;

/// <summary>Why a process cannot be recorded.</summary>
public enum AttachFailure
{
    /// <summary>No process has this pid.</summary>
    NoSuchProcess,

    /// <summary>The process runs, but holds no .NET runtime.</summary>
    NotDotNet,

    /// <summary>The process belongs to another user.</summary>
    OtherUser,

    /// <summary>Its runtime is older than the recorder can read.</summary>
    TooOld,

    /// <summary>It is .NET, but its diagnostic port is switched off or its socket file is gone.</summary>
    DiagnosticsDisabled,

    /// <summary>Its diagnostic port exists, but nothing answered in time or the answer made no sense.</summary>
    NotResponding,
}
