namespace ReplayKit.Recorder.Attach;

/// <summary>A process cannot be recorded. <see cref="Exception.Message"/> says what happened, <see cref="WhatToDo"/> what helps.</summary>
public sealed class AttachException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="whatHappened">One sentence.</param>
    /// <param name="whatToDo">One sentence.</param>
    /// <param name="inner">What the system said; null when the recorder found out by itself.</param>
    public AttachException(AttachFailure cause, string whatHappened, string whatToDo, Exception? inner = null)
        : base(whatHappened, inner)
    {
        Cause = cause;
        WhatToDo = whatToDo;
    }

    /// <summary>Why.</summary>
    public AttachFailure Cause { get; }

    /// <summary>What the user can do about it, in one sentence.</summary>
    public string WhatToDo { get; }
}
